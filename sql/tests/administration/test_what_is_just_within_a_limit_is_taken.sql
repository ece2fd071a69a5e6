begin;
select plan(19);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

select is(pg_temp.error_of_call(c.function, c.arguments), 'no error', c.function || ': ' || c.what)
from (
    values
    ('available_slots', $$ pg_temp.id('Cut'), '2026-06-08', '2026-06-09', p_duration => '744:00' $$, 'a duration'),
    ('available_slots', $$ pg_temp.id('Cut'), '2026-06-01', '2026-12-18' $$, 'a window'),
    (
        'create_booking',
        $$ repeat('k', 255), pg_temp.id('Cut'), '2026-06-08T12:00Z', p_notes => repeat('n', 4000) $$, 'a key and notes'
    ),
    (
        'create_booking',
        $$
            'd', pg_temp.id('Cut'), '2026-06-08T11:00Z',
            p_answers => (repeat('{"a": ', 32) || '{}' || repeat('}', 32))::jsonb
        $$,
        'levels'
    ),
    (
        'reschedule_booking',
        $$ 'r', pg_temp.booking_of('hers'), '2026-06-08T09:00Z', p_override_reason => repeat('x', 500) $$, 'why'
    ),
    ('cancel_booking', $$ 'c', pg_temp.booking_of('hers'), repeat('x', 500) $$, 'a reason'),
    ('upsert_customer', $$ repeat('n', 200), repeat('e', 308) || '@example.org', repeat('1', 50) $$, 'a contact'),
    ('upsert_policy', $$ 'reply_to_email', to_jsonb(repeat('a', 242) || '@example.org') $$, 'an address'),
    ('upsert_policy', $$ 'max_reschedules', '1000' $$, 'a number'),
    (
        'upsert_service', $$ repeat('n', 200), '744:00', p_price => 999999999999.9999, p_max_party_size => 10000 $$,
        'a duration, a price and a party'
    ),
    ('upsert_service', $$ 'X', '00:01', p_allowed_durations => array_fill(interval '00:30', '{100}') $$, 'durations'),
    (
        'upsert_service',
        $$ 'Y', '01:00', p_slot_interval => '24:00', p_slot_offset => '23:59', p_buffer_before => '24:00', p_buffer_after => '24:00' $$,
        'a grid and buffers'
    ),
    ('upsert_service', $$ 'Z', '01:00', p_description => repeat('d', 10000) $$, 'a description'),
    ('upsert_resource', $$ 'Chairs', 'equipment', p_units => 1000 $$, 'units'),
    ('upsert_holiday', $$ 'Long', '2026-01-01', '2026-12-31' $$, 'days'),
    ('upsert_membership', $$ repeat('s', 255), 'staff' $$, 'a subject'),
    ('upsert_weekly_hours', $$ pg_temp.id('Ada'), 6, '09:00', '17:00', p_preference => -100 $$, 'a preference'),
    ('list_bookings', 'p_limit => 10000', 'a page'),
    ('list_booking_conflicts', 'p_limit => 10000', 'a page')
) as c (function, arguments, what);

select * from finish();
rollback;
