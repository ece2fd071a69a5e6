begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
call pg_temp.make_shop();
-- as if it had looked a moment later
create or replace function booking.tenants_with_work(p_kind text, p_most integer, p_after uuid default null)
returns setof uuid
language sql
volatile
as $function$
    select pg_temp.id('shop')
$function$;
select is(booking.dispatch_events(), 0, 'there was nothing yet');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select is(booking.dispatch_events(), 1, 'and then there was');

select * from finish();
rollback;
