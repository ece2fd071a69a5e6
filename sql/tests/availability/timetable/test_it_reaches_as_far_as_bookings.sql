begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');
call pg_temp.make_shop('other', p_people => '{Cem}', p_service => 'Trim');
call pg_temp.set_policy('advance_booking_limit_days', '10', pg_temp.id('Trim'));
call pg_temp.set_policy('advance_booking_limit_days', '20');
call pg_temp.enter_shop('shop');
update booking.resource as r set is_active = false where r.resource_id = pg_temp.id('Ben');

create function pg_temp.months(p_name text)
returns text
language sql
as $function$
    select concat_ws(' to ', min(t.month), max(t.month))
    from booking.timetable as t
    where t.resource_id = pg_temp.id(p_name)
$function$;

select is(booking.run_in_tenants('fill_timetable', 2), 2, 'as many as it is asked to');
select cmp_ok(booking.run_in_tenants('fill_timetable', 1000000), '>', 0, 'and then the rest');
select is(booking.run_in_tenants('fill_timetable', 1000000), 0, 'and then none');
select is(pg_temp.months('Ada'), '2026-06-01 to 2026-10-01', 'the advance limit and 33 days');
select is(pg_temp.months('Cem'), '2026-06-01 to 2026-07-01', 'the longest of any service');
select is(pg_temp.months('Ben'), '', 'nobody books who is not active');

set local booking.now = '2026-08-01T00:00Z';
call pg_temp.run('select booking.run_in_tenants(''fill_timetable'', 1000000)');
select is(pg_temp.months('Ada'), '2026-08-01 to 2026-12-01', 'past months go');

select * from finish();
rollback;
