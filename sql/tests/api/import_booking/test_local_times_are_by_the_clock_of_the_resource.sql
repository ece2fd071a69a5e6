begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
select booking_v1.upsert_resource(
    'Mary', 'staff', p_time_zone => 'America/New_York', p_resource_id => pg_temp.id('Mary')
);

create function pg_temp.local(p_external_id text, p_local timestamp, p_resource text)
returns timestamptz
language sql
volatile
as $function$
    select o.starts_at
    from booking_v1.import_booking(
        p_external_id, pg_temp.id('Cut'), p_starts_local => p_local, p_resource_id => pg_temp.id(p_resource)
    ) as o
$function$;

select is(pg_temp.local('1', '2025-01-06T10:00', 'Ada'), '2025-01-06T09:00Z', 'of who is in Berlin');
select is(pg_temp.local('2', '2025-01-06T10:00', 'Mary'), '2025-01-06T15:00Z', 'of who is in New York');
select is(pg_temp.local('3', '2025-03-30T02:30', 'Ada'), '2025-03-30T01:30Z', 'a time that spring skips moves forward');
select is(pg_temp.local('4', '2025-10-26T02:30', 'Ada'), '2025-10-26T00:30Z', 'of two the first is meant');
select is(o.starts_at, '2025-01-07T09:00Z', 'of the tenant, where nobody is named')
from booking_v1.import_booking('5', pg_temp.id('Cut'), p_starts_local => '2025-01-07T10:00') as o;

select * from finish();
rollback;
