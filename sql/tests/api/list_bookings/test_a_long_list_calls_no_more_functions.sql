begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('kept', '2026-06-08T08:00Z');
call pg_temp.have_booking('cancelled', '2026-06-08T09:00Z');
select booking_v1.cancel_booking('c', pg_temp.booking_of('cancelled'));
insert into booking.booking
select (jsonb_populate_record(b, jsonb_build_object('booking_id', gen_random_uuid()))).*
from booking.booking as b
cross join generate_series(1, 200)
where b.booking_id = pg_temp.booking_of('kept');
insert into booking.booking_event
select (jsonb_populate_record(e, jsonb_build_object('booking_id', b.booking_id))).*
from booking.booking_event as e
join booking.booking as b on b.tenant_id = e.tenant_id and b.booking_id <> e.booking_id
where e.booking_id = pg_temp.booking_of('kept') and b.version = 1;
analyze booking.booking, booking.booking_event;
set local track_functions = 'all';

create function pg_temp.calls()
returns numeric
language sql
volatile
as $function$
    select sum(f.calls) from pg_stat_xact_user_functions as f where f.schemaname = 'booking'
$function$;

create function pg_temp.work(p_limit integer)
returns table (rows bigint, calls numeric, events bigint)
language plpgsql
volatile
as $function$
declare
    v_calls numeric := pg_temp.calls();
    v_fetched bigint := pg_stat_get_xact_tuples_fetched('booking.booking_event_pkey'::regclass);
begin
    rows := (select count(*) from booking_v1.list_bookings(p_limit => p_limit));
    calls := pg_temp.calls() - v_calls;
    events := pg_stat_get_xact_tuples_fetched('booking.booking_event_pkey'::regclass) - v_fetched;
    return next;
end
$function$;

create temporary table worked on commit drop as
select w.* from unnest('{1,1,1000}'::integer[]) with ordinality as n (most, position)
cross join lateral pg_temp.work(n.most) as w;
select results_eq('select w.rows from worked as w', '{1,1,202}'::bigint[], 'a short list and a long one');
select is((select max(w.calls) - min(w.calls) from worked as w), 0::numeric, 'take as many calls');
select cmp_ok(
    (select max(w.events) from worked as w), '<', 10::bigint, 'and read the events of what was cancelled'
);

select * from finish();
rollback;
