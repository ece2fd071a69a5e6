begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('ten', '2026-06-08T08:00Z');
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '10:15', '17:00') $$);
call pg_temp.run($$ select booking_v1.upsert_holiday('Whit', '2026-06-08', p_holiday_id => pg_temp.id('Whit')) $$);
call pg_temp.run($$
    select booking_v1.upsert_time_off(
        pg_temp.id('Ada'), '2026-06-08', p_start_time => '10:45', p_end_time => '11:45', p_time_off_id => pg_temp.id('dentist')
    )
$$);
call pg_temp.run($$ select booking_v1.upsert_service('Cut', '01:00', p_buffer_after => '00:30', p_service_id => pg_temp.id('Cut')) $$);

select results_eq(
    $$
        select
            c.booking_id, c.starts_at, c.ends_at, c.service_id, c.service_name, c.resource_id, c.resource_name, c.code,
            c.message, c.rule, c.rule_id, c.during
        from booking_v1.list_booking_conflicts() as c
    $$,
    $$
        select
            pg_temp.booking_of('ten'), '2026-06-08T08:00Z'::timestamptz, '2026-06-08T09:00Z'::timestamptz,
            pg_temp.id('Cut'), 'Cut', pg_temp.id('Ada'), 'Ada', w.code, w.message, w.rule, w.rule_id, w.during::tstzrange
        from (
            values
            ('outside_opening_hours', 'it is closed then', 'opening_hours', null, '[2026-06-08T08:00Z,2026-06-08T08:15Z)'),
            ('holiday', 'it is a holiday', 'holiday', pg_temp.id('Whit'), '[2026-06-08T08:00Z,2026-06-08T09:30Z)'),
            ('time_off', 'Ada is away', 'time_off', pg_temp.id('dentist'), '[2026-06-08T08:45Z,2026-06-08T09:30Z)')
        ) as w (code, message, rule, rule_id, during)
    $$,
    'every reason, the weightiest first, with the time and the record, buffers included'
);

create temporary table told on commit drop as
select c.code, c.message, c.resource_id, c.rule, c.rule_id, c.during
from booking_v1.list_booking_conflicts() as c;
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.booking_of('ten')) $$);

select results_eq(
    $$
        select e.code, e.message, e.resource_id, e.rule, e.rule_id, e.during
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    'select t.code, t.message, t.resource_id, t.rule, t.rule_id, t.during from told as t',
    'as of a start that nobody has taken'
);

select * from finish();
rollback;
