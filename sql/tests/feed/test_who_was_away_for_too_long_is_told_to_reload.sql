begin;
select plan(9);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('a', '2026-06-08T08:00Z');
call pg_temp.have_booking('b', '2026-06-08T09:00Z');
call pg_temp.run($$ select booking.dispatch_events() $$);
create temporary table started as
select min(f.position) as first from booking_v1.feed() as f;

create function pg_temp.told(p_read integer)
returns text
language sql
stable
as $function$
    select string_agg(f.kind || ' ' || f.position - s.first - p_read, ', ' order by f.position)
    from pg_temp.started as s
    cross join lateral booking_v1.feed(s.first + p_read) as f
$function$;

select is(booking.run_in_tenants('delete_old_feed', 1000000), 0, 'young as it is, it stays');
set local booking.now = '2026-06-02T05:00:01Z';
select is(booking.run_in_tenants('delete_old_feed', 2), 2, 'after a day it goes, as much as was asked');
select is(pg_temp.told(0), 'reload 3', 'who has read less than was deleted reads everything anew, up to the end');
select is(pg_temp.told(1), 'availability 1, booking 2', 'who has read that much goes on');
select is(booking.run_in_tenants('delete_old_feed', 1000000), 2, 'the rest');
select is(pg_temp.told(2), 'reload 1', 'also where nothing is left');
select is(pg_temp.told(3), null, 'who has read all has missed nothing');
select is(pg_temp.told(4), 'reload -1', 'a position that was never told is of another database');
select is((select p.position - s.first from booking_v1.feed_position() as p, pg_temp.started as s), 3::bigint, 'the end is where it was');

select * from finish();
rollback;
