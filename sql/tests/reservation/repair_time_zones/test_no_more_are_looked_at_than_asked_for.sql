begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(6);

call pg_temp.make_shop();
call pg_temp.have_booking('nine', '2026-06-08T07:00Z');
call pg_temp.have_booking('ten', '2026-06-08T08:00Z');
call pg_temp.have_booking('noon', '2026-06-08T10:00Z');
call pg_temp.rules_change('nine', '-1 hour');
call pg_temp.rules_change('ten', '-1 hour');
call pg_temp.rules_change('noon', '-1 hour');
call pg_temp.have_booking('in the way', '2026-06-08T10:00Z');

create function pg_temp.alerts()
returns bigint
language sql
as $function$
    select count(*) from booking.alert as a where a.code = 'time_zone_conflict' and a.resolved_at is null
$function$;

select is(booking.repair_time_zones(), 3, 'three are wrong');
select is(pg_temp.alerts(), 1::bigint, 'and one of them cannot move');
call pg_temp.rules_change('nine', '-1 hour');
set local booking.now = '2026-06-01T06:00Z';
select is(booking.repair_time_zones(1), 1, 'the first is looked at');
select is(b.starts_at, '2026-06-08T07:00Z', 'the one that comes first')
from booking.booking as b
where b.booking_id = pg_temp.booking_of('nine');
select is(pg_temp.alerts(), 1::bigint, 'which says nothing of the other');
select is(booking.repair_time_zones(1), 1, 'and is next');

select * from finish();
rollback;
