begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
\ir ../helpers/requests.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'staff', '2026-06-01');
insert into booking.membership_resource (tenant_id, subject, resource_id)
values (pg_temp.id('shop'), 'ada', pg_temp.id('Ada'));
insert into booking.time_off (tenant_id, time_off_id, resource_id, starts_local, ends_local)
select pg_temp.id('shop'), pg_temp.id('off ' || p.name), pg_temp.id(p.name), '2026-12-01', '2026-12-02'
from (values ('Ada'), ('Ben')) as p (name);
insert into booking.weekly_hours (tenant_id, weekly_hours_id, resource_id, weekday, start_time, end_time)
select pg_temp.id('shop'), pg_temp.id('Tuesdays of ' || p.name), pg_temp.id(p.name), 2, '09:00', '17:00'
from (values ('Ada'), ('Ben')) as p (name);
insert into booking.date_override (tenant_id, date_override_id, resource_id, on_date)
select pg_temp.id('shop'), pg_temp.id('closed for ' || p.name), pg_temp.id(p.name), '2026-12-03'
from (values ('Ada'), ('Ben')) as p (name);
call pg_temp.come_as('authenticated', 'ada');

select is(pg_temp.error_of(format('select booking_v1.%s(pg_temp.id(%L))', d.function, d.called)), d.error, d.called)
from (
    values
    ('delete_time_off', 'off Ada', 'no error'), ('delete_time_off', 'off Ben', '403 not_allowed p_resource_id'),
    ('delete_weekly_hours', 'Tuesdays of Ada', 'no error'),
    ('delete_weekly_hours', 'Tuesdays of Ben', '403 not_allowed p_resource_id'),
    ('delete_date_override', 'closed for Ada', 'no error'),
    ('delete_date_override', 'closed for Ben', '403 not_allowed p_resource_id')
) as d (function, called, error);

select * from finish();
rollback;
