begin;
select plan(12);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/outbox.sql
\ir ../../helpers/outage.sql

create function pg_temp.dropped()
returns text[]
language sql
volatile
as $function$
    select array_agg(o.key order by o.key)
    from booking.outbox as o
    where o.status = 'dropped' and o.attempt_count = 3 and o.error = 'no answer'
$function$;

select is(
    booking_v1.dismiss_deliveries(p_from => '2026-06-01T06:00Z', p_to => '2026-06-01T08:00Z', p_kind => 'test'), 2,
    'what was given up in the meantime, of a kind'
);
select is(pg_temp.dropped(), '{b,c}', 'is dropped, and says why');
select is(booking_v1.dismiss_deliveries(p_kind => 'email'), 1, 'a kind, whenever it was');
select is(pg_temp.dropped(), '{b,c,mail}', 'is dropped as well');
select is(booking_v1.dismiss_deliveries(p_limit => 1), 1, 'so many and no more');
select is(pg_temp.dropped(), '{a,b,c,mail}', 'begin with the oldest');
select is(booking_v1.dismiss_deliveries(), 1, 'and the rest follows');
select is(booking_v1.dismiss_deliveries(), 0, 'until none is left');
select is(pg_temp.dropped(), '{a,b,c,d,mail}', 'nothing else is touched');
select is(pg_temp.state('theirs'), 'dead 3 no answer', 'nor is another tenant''s');
select is(booking_v1.requeue_deliveries(), 0, 'nothing of it is tried again');
select is(pg_temp.lease(), '{}', 'nor sent');

select * from finish();
rollback;
