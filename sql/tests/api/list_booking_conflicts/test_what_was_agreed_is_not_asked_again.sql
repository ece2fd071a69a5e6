begin;
select plan(8);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop();
call pg_temp.run($$
    select booking_v1.upsert_service(
        'Cut', '01:00', p_allowed_durations => '{02:00}', p_max_party_size => 4, p_service_id => pg_temp.id('Cut')
    )
$$);
call pg_temp.run($$
    select booking_v1.create_booking('ten', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_duration => '02:00', p_party_size => 4)
$$);
call pg_temp.have_booking('noon', '2026-06-08T10:00Z');

create function pg_temp.conflicts_after(p_statement text)
returns text
language plpgsql
as $function$
begin
    execute p_statement;
    return pg_temp.conflicts();
end
$function$;

select is(pg_temp.conflicts_after(c.change), 'none', c.what)
from (
    values
    ('the notice', $$ select booking_v1.upsert_policy('minimum_booking_notice_hours', '1000') $$),
    ('the advance limit', $$ select booking_v1.upsert_policy('advance_booking_limit_days', '1') $$),
    ('how many there may be', $$ select booking_v1.upsert_policy('max_bookings_per_day', '1') $$),
    (
        'the grid',
        $$
            select booking_v1.upsert_service(
                'Cut', '01:00', p_slot_interval => '00:45', p_slot_offset => '00:05', p_service_id => pg_temp.id('Cut')
            )
        $$
    ),
    (
        'duration, party and price',
        $$
            select booking_v1.upsert_service(
                'Cut', '00:30', p_allowed_durations => '{}', p_max_party_size => 1, p_price => 99,
                p_service_id => pg_temp.id('Cut')
            )
        $$
    ),
    (
        'the time between one and the next',
        $$ select booking_v1.upsert_service('Cut', '00:30', p_buffer_after => '00:15', p_service_id => pg_temp.id('Cut')) $$
    ),
    (
        'whether more may be booked',
        $$ select booking_v1.upsert_service('Cut', '00:30', p_is_active => false, p_service_id => pg_temp.id('Cut')) $$
    )
) as c (what, change);

call pg_temp.run($$
    select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08', p_start_time => '11:30', p_end_time => '12:15')
$$);
select is(pg_temp.conflicts(), 'ten time_off, noon time_off', 'and with all of that, what matters is still told');

select * from finish();
rollback;
