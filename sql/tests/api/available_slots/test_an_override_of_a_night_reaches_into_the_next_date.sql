begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_time_zone => 'Europe/Berlin', p_weekdays => '{}', p_duration => '01:00', p_now => '2026-06-01T05:00Z'
);
insert into booking.date_override (tenant_id, resource_id, on_date, start_time, end_time)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-06', '22:00', '02:00');

create temporary view night as
select min(s.starts_at) as first, max(s.starts_at) as last
from pg_temp.starts('2026-06-06T12:00Z', '2026-06-07T12:00Z') as s (starts_at);

select is(array[n.first, n.last], '{2026-06-06T20:00Z, 2026-06-06T23:00Z}', 'it ends in the morning') from night as n;

insert into booking.date_override (tenant_id, resource_id, on_date, start_time, end_time)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-07', '20:00', '21:00');

select is(array[n.first, n.last], '{2026-06-06T20:00Z, 2026-06-06T21:00Z}', 'or at midnight, if that date has one')
from night as n;

select * from finish();
rollback;
