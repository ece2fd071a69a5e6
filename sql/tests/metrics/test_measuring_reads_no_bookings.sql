begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create function pg_temp.readings()
returns bigint
language sql
as $function$
    select sum(t.seq_scan + coalesce(t.idx_scan, 0))::bigint
    from pg_catalog.pg_stat_xact_user_tables as t
    where t.relname in ('booking', 'claim', 'booking_event', 'booking_operation', 'customer', 'tenant')
$function$;
create temporary table before on commit drop as
select pg_temp.readings() as count;

select isnt_empty('select * from booking.metrics()', 'there is something to be seen');
select is(pg_temp.readings(), b.count, 'and a million bookings cost nothing') from before as b;

select * from finish();
rollback;
