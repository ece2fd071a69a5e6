begin;
select plan(15);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
insert into booking.date_override (tenant_id, resource_id, on_date, reason)
values
(pg_temp.id('shop'), null, '2026-06-08', 'shop 8'), (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08', 'Ada 8'),
(pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-09', 'Ada 9'), (pg_temp.id('shop'), pg_temp.id('Ben'), '2026-06-10', 'Ben 10');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local, reason)
values
(pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08', '2026-06-10', 'Ada 8-9'),
(pg_temp.id('shop'), pg_temp.id('Ben'), '2026-06-10', '2026-06-11', 'Ben 10');
insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on, is_yearly, all_resources)
values
(pg_temp.id('shop'), pg_temp.id('8-9'), '8-9', '2026-06-08', '2026-06-09', false, false),
(pg_temp.id('shop'), pg_temp.id('10'), '10', '2026-06-10', '2026-06-10', false, false),
(pg_temp.id('shop'), pg_temp.id('yearly'), 'yearly', '2020-01-01', '2020-01-01', true, true);
insert into booking.holiday_resource (tenant_id, holiday_id, resource_id)
values (pg_temp.id('shop'), pg_temp.id('8-9'), pg_temp.id('Ada')), (pg_temp.id('shop'), pg_temp.id('10'), pg_temp.id('Ben'));
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'staff', booking.now()), (pg_temp.id('shop'), 'ben', 'staff', booking.now());
insert into booking.membership_resource (tenant_id, subject, resource_id)
values (pg_temp.id('shop'), 'ada', pg_temp.id('Ada')), (pg_temp.id('shop'), 'ben', pg_temp.id('Ben'));

create function pg_temp.listed(p_what text, p_list text)
returns text
language plpgsql
as $function$
declare
    v_listed text;
begin
    execute format(
        'select string_agg((%s)::text, '', '' order by l.ordinality) from booking_v1.%s with ordinality as l', p_what, p_list
    ) into v_listed;
    return v_listed;
end
$function$;

select is(pg_temp.listed(c.what, c.list), c.listed, c.list)
from (
    values
    ('l.reason', 'list_date_overrides()', 'shop 8, Ada 8, Ada 9, Ben 10'),
    ('l.reason', $$list_date_overrides(p_from => '2026-06-09')$$, 'Ada 9, Ben 10'),
    ('l.reason', $$list_date_overrides(p_to => '2026-06-08')$$, 'shop 8, Ada 8'),
    ('l.reason', $$list_date_overrides(p_resource_id => pg_temp.id('Ada'))$$, 'Ada 8, Ada 9'),
    ('l.reason', 'list_time_off()', 'Ada 8-9, Ben 10'),
    ('l.reason', $$list_time_off(p_from => '2026-06-10')$$, 'Ben 10'),
    ('l.reason', $$list_time_off(p_from => '2026-06-09', p_to => '2026-06-09')$$, 'Ada 8-9'),
    ('l.reason', $$list_time_off(p_resource_id => pg_temp.id('Ben'))$$, 'Ben 10'),
    ('l.name', 'list_holidays()', 'yearly, 8-9, 10'),
    ('l.name', $$list_holidays(p_from => '2026-06-09', p_to => '2026-06-09')$$, 'yearly, 8-9'),
    ('l.name', $$list_holidays(p_from => '2026-06-10')$$, 'yearly, 10'),
    ('l.name', $$list_holidays(p_to => '2019-01-01')$$, 'yearly'),
    ('l.resource_ids = array[pg_temp.id(case l.name when ''10'' then ''Ben'' else ''Ada'' end)]', 'list_holidays()', 'true, true'),
    ('l.resource_ids = array[pg_temp.id(initcap(l.subject))]', 'list_memberships()', 'true, true'),
    ('l.resource_id = pg_temp.id(''Ben'')', $$list_weekly_hours(pg_temp.id('Ben'))$$, 'true')
) as c (what, list, listed);

select * from finish();
rollback;
