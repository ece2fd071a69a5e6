begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
call pg_temp.make_shop();
-- A consumer that notes what it is given.
create temporary table given (position serial, kinds text[]);
grant all on table given to public;
grant all on sequence given_position_seq to public;
create or replace function booking.notify_of_events(p_tenant_id uuid, p_events booking.booking_event[])
returns integer
language sql
volatile
as $function$
    insert into pg_temp.given (kinds)
    select array_agg(e.kind order by e.ordinality)
    from unnest(p_events) with ordinality as e
    where e.tenant_id = p_tenant_id
    returning 0
$function$;
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.enter_shop('shop');
call pg_temp.have_booking('a', '2026-06-08T09:00Z');
select booking_v1.reschedule_booking('b', pg_temp.booking_of('a'), '2026-06-08T10:00Z')::text;
select booking_v1.cancel_booking('c', pg_temp.booking_of('a'))::text;
set local booking.now = '2026-06-01T05:00:01Z';
call pg_temp.have_booking('d', '2026-06-08T09:00Z');

select is(booking.dispatch_events(1), 1, 'no more than asked for, though three are of one instant');
select is(booking.dispatch_events(1), 1, 'then the next of them');
select is(booking.dispatch_events(), 2, 'then the rest');
select is(booking.dispatch_events(), 0, 'and then none');
select results_eq(
    'select g.kinds from given as g order by g.position',
    $$ values ('{created}'::text[]), ('{rescheduled}'), ('{cancelled,created}') $$, 'as they happened, each once'
);
select is_empty(
    $$ select * from booking.outbox as o where o.kind = 'event' $$, 'their log is booking_event: no row remains'
);

select * from finish();
rollback;
