begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.replays()
returns double precision
language sql
as $function$
    select m.value from booking.metrics() as m where m.name = 'replays_total'
$function$;
create temporary table before on commit drop as
select pg_temp.replays() as value;

call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select is(pg_temp.replays(), b.value, 'a request is none') from before as b;
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select is(pg_temp.replays(), b.value + 1, 'its repetition is') from before as b;

select * from finish();
rollback;
