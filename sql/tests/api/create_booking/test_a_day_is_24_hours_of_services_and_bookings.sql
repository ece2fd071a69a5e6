begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '00:00', p_closes => '24:00');

call pg_temp.run(
    $$
        select booking_v1.upsert_service(
            'Cut', '1 day', array[pg_temp.id('Ada')], p_slot_interval => '1 day', p_buffer_before => '-1 day 24:15',
            p_buffer_after => '1 day -23:30', p_allowed_durations => '{2 days,1 day 01:00}', p_service_id => pg_temp.id('Cut')
        )
    $$
);
select row_eq(
    $$
        select s.duration::text, s.slot_interval::text, s.buffer_before::text, s.buffer_after::text, s.allowed_durations::text
        from booking.service as s
        where s.service_id = pg_temp.id('Cut')
    $$,
    row('24:00:00'::text, '24:00:00'::text, '00:15:00'::text, '00:30:00'::text, '{48:00:00,25:00:00}'::text),
    'a service lasts hours'
);
-- clocks go back on the 25th
set local booking.now = '2026-10-20T05:00Z';
select results_eq(
    $$
        select o.status, o.ends_at
        from booking_v1.create_booking('a', pg_temp.id('Cut'), '2026-10-24T22:00Z', p_duration => '1 day 1 hour') as o
    $$,
    $$ values ('completed', '2026-10-25T23:00Z'::timestamptz) $$, 'so many hours later it ends'
);
select is(
    pg_temp.error_of_call('create_booking', format('%L, %L, %L, p_duration => %L', 'b', pg_temp.id('Cut'), '2026-11-01T23:00Z', d.duration)),
    '400 invalid_argument p_duration', 'no length: ' || d.duration
)
from unnest('{1 month,1 year -8000:00,1 day -24:00}'::interval[]) as d (duration);
select results_eq(
    $$
        select c.starts_at, c.ends_at
        from booking_v1.find_common_slots(
            array[pg_temp.id('Ada')], 1, '2026-11-01T23:00Z', '2026-11-03T23:00Z', '1 day', 1, '1 day'
        ) as c
    $$,
    $$ values ('2026-11-01T23:00Z'::timestamptz, '2026-11-02T23:00Z'::timestamptz) $$, 'a common time, too'
);
call pg_temp.run(
    $$
        select booking_v1.upsert_service(
            'Cut', '1 day', array[pg_temp.id('Ada')], p_allowed_durations => '{}', p_service_id => pg_temp.id('Cut')
        )
    $$
);
select is(s.allowed_durations, '{}', 'none are none') from booking.service as s where s.service_id = pg_temp.id('Cut');

select * from finish();
rollback;
