begin;
select plan(19);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');

create function pg_temp.forgets(p_statement text)
returns text
language plpgsql
as $function$
begin
    perform booking.run_in_tenants('fill_timetable', 1000000);
    execute p_statement;
    return (
        select string_agg(r.name, ' and ' order by r.name)
        from booking.resource as r
        where
            r.tenant_id = pg_temp.id('shop')
            and not exists (
                select from booking.timetable as t
                where t.tenant_id = r.tenant_id and t.resource_id = r.resource_id
            )
    );
end
$function$;

comment on function pg_temp.forgets(text) is 'Whose timetable a statement throws away; null: nobody''s.';

select is(pg_temp.forgets($$
    select booking_v1.upsert_weekly_hours(pg_temp.id('Ada'), 2, '09:00', '12:00')
$$), 'Ada', 'upsert_weekly_hours');
select is(pg_temp.forgets($$
    select booking_v1.set_weekly_hours(
        pg_temp.id('Ada'), '{"1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"}}'
    )
$$), 'Ada', 'set_weekly_hours');
select is(pg_temp.forgets($$
    select booking_v1.delete_weekly_hours(h.weekly_hours_id)
    from booking.weekly_hours as h
    where h.resource_id = pg_temp.id('Ada')
$$), 'Ada', 'delete_weekly_hours');
select is(pg_temp.forgets($$
    select booking_v1.upsert_opening_hours(1, '08:00', '20:00')
$$), 'Ada and Ben', 'upsert_opening_hours');
select is(pg_temp.forgets($$
    select booking_v1.import_opening_hours('{"1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"}}')
$$), 'Ada and Ben', 'import_opening_hours');
select is(pg_temp.forgets($$
    select booking_v1.delete_opening_hours(h.opening_hours_id)
    from booking.opening_hours as h
    where h.tenant_id = pg_temp.id('shop')
$$), 'Ada and Ben', 'delete_opening_hours');
select is(pg_temp.forgets($$
    select booking_v1.upsert_date_override('2026-06-08', '10:00', '12:00', pg_temp.id('Ada'))
$$), 'Ada', 'upsert_date_override of a resource');
select is(pg_temp.forgets($$
    select booking_v1.delete_date_override(d.date_override_id)
    from booking.date_override as d
    where d.resource_id = pg_temp.id('Ada')
$$), 'Ada', 'delete_date_override of a resource');
select is(pg_temp.forgets($$
    select booking_v1.upsert_date_override('2026-06-08', '10:00', '12:00')
$$), 'Ada and Ben', 'upsert_date_override of the tenant');
select is(pg_temp.forgets($$
    select booking_v1.upsert_time_off(pg_temp.id('Ben'), '2026-06-08')
$$), 'Ben', 'upsert_time_off');
select is(pg_temp.forgets($$
    select booking_v1.delete_time_off(f.time_off_id)
    from booking.time_off as f
    where f.resource_id = pg_temp.id('Ben')
$$), 'Ben', 'delete_time_off');
select is(pg_temp.forgets($$
    select booking_v1.upsert_holiday('Midsummer', '2026-06-22')
$$), 'Ada and Ben', 'upsert_holiday');
select is(pg_temp.forgets($$
    select booking_v1.delete_holiday(h.holiday_id)
    from booking.holiday as h
    where h.tenant_id = pg_temp.id('shop')
$$), 'Ada and Ben', 'delete_holiday');
select is(pg_temp.forgets($$
    select booking_v1.upsert_tenant('pgtap-shop', 'shop', 'Asia/Kathmandu', pg_temp.id('shop'))
$$), 'Ada and Ben', 'upsert_tenant');
select is(pg_temp.forgets($$
    select booking_v1.upsert_resource('Ada', 'staff', 'America/New_York', p_resource_id => pg_temp.id('Ada'))
$$), 'Ada', 'upsert_resource');
select is(pg_temp.forgets($$
    select booking_v1.upsert_weekly_hours(
        pg_temp.id('Ada'), h.weekday, h.start_time, h.end_time, p_weekly_hours_id => h.weekly_hours_id
    )
    from booking.weekly_hours as h
    where h.resource_id = pg_temp.id('Ben')
$$), 'Ada and Ben', 'upsert_weekly_hours that were another''s');
select is(pg_temp.forgets(format($$
    select booking_v1.upsert_date_override('2026-06-08', p_resource_id => pg_temp.id('Ben'), p_date_override_id => %L)
$$, d.date_override_id)), 'Ada and Ben', 'upsert_date_override that was another''s')
from booking_v1.upsert_date_override('2026-06-08', p_resource_id => pg_temp.id('Ada')) as d;
select is(pg_temp.forgets(format($$
    select booking_v1.upsert_time_off(pg_temp.id('Ben'), '2026-06-08', p_time_off_id => %L)
$$, f.time_off_id)), 'Ada and Ben', 'upsert_time_off that was another''s')
from booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') as f;
select is(pg_temp.forgets($$ select booking_v1.list_time_off() $$), null, 'reading forgets nothing');

select * from finish();
rollback;
