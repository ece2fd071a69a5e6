begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}', p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '22:00', p_closes => '06:00');
update booking.resource as r set time_zone = 'Australia/Lord_Howe' where r.resource_id = pg_temp.id('Ben');
insert into booking.date_override (tenant_id, resource_id, on_date, start_time, end_time)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-30', '21:00', '02:00');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ben'), '2026-06-30T10:00', '2026-07-01T23:00');
insert into booking.holiday (tenant_id, name, starts_on, ends_on, is_yearly, all_resources)
values (pg_temp.id('shop'), 'Feast', '2020-07-31', '2020-08-01', true, true);

create function pg_temp.listed()
returns text[]
language sql
as $function$
    select array_agg(s::text order by s.starts_at)
    from booking_v1.slot_calendar(pg_temp.id('Cut'), '2026-06-02', '2026-08-20') as s
$function$;

create temporary table ruled on commit drop as
select pg_temp.listed() as slots;
select ok(cardinality(r.slots) > 1000, 'across two ends of months') from ruled as r;
select cmp_ok(booking.run_in_tenants('fill_timetable', 1000000), '>', 0, 'the timetable is worked out');
select is(pg_temp.listed(), r.slots, 'and gives the same slots as the rules') from ruled as r;

delete from booking.timetable as t where t.month = '2026-07-01';
select is(pg_temp.listed(), r.slots, 'a month that is missing is made up for') from ruled as r;

call pg_temp.run('select booking.run_in_tenants(''fill_timetable'', 1000000)');
update booking.timetable as t set hours = '{}' where t.month = '2026-06-01';
select is(
    min(s.starts_at), '2026-07-01T20:00Z', 'what it says is believed: there is no second look at the rules'
)
from booking_v1.slot_calendar(pg_temp.id('Cut'), '2026-06-02', '2026-08-20', pg_temp.id('Ada')) as s;

select * from finish();
rollback;
