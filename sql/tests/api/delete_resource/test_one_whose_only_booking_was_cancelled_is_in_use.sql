begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create function pg_temp.deleting()
returns text
language sql
volatile
as $function$
    select pg_temp.error_of($$ select booking_v1.delete_resource(pg_temp.id('Ada')) $$)
$function$;

select is(pg_temp.deleting(), '409 in_use p_resource_id', 'it has a booking');
select is(o.status, 'completed', 'which is cancelled')
from booking_v1.cancel_booking('gone', pg_temp.booking_of('first')) as o;
select is(pg_temp.deleting(), '409 in_use p_resource_id', 'and still is history');

select * from finish();
rollback;
