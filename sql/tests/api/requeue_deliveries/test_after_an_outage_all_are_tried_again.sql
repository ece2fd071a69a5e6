begin;
select plan(15);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/outbox.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/outage.sql

create function pg_temp.queued()
returns text[]
language sql
volatile
as $function$
    select array_agg(o.key order by o.key)
    from booking.outbox as o
    where o.status = 'queued' and o.attempt_count = 0 and o.error is null and o.due_at = booking.now()
$function$;

select is(
    booking_v1.requeue_deliveries(p_from => '2026-06-01T06:00Z', p_to => '2026-06-01T08:00Z', p_kind => 'test'), 2,
    'what was given up in the meantime, of a kind'
);
select is(pg_temp.queued(), '{b,c}', 'is tried again from its first attempt, at once');
select is(booking_v1.requeue_deliveries(p_kind => 'email'), 1, 'a kind, whenever it was');
select is(pg_temp.queued(), '{b,c,mail}', 'is tried as well');
select is(booking_v1.requeue_deliveries(p_limit => 1), 1, 'so many and no more');
select is(pg_temp.queued(), '{a,b,c,mail}', 'begin with the oldest');
select is(booking_v1.requeue_deliveries(), 1, 'and the rest follows');
select is(booking_v1.requeue_deliveries(), 0, 'until none is left');
select is(pg_temp.queued(), '{a,b,c,d,mail}', 'nothing else is touched');
select is(pg_temp.state('theirs'), 'dead 3 no answer', 'nor is another tenant''s');
select is(
    pg_temp.error_of($$ select booking_v1.requeue_deliveries('e-mail') $$), '400 invalid_argument p_kind',
    'a kind that is none is refused'
);
select is(
    pg_temp.error_of($$ select booking_v1.requeue_deliveries('event') $$), '400 invalid_argument p_kind',
    'an event is no delivery'
);
select is(
    pg_temp.error_of($$ select booking_v1.requeue_deliveries(p_limit => 10001) $$),
    '400 invalid_argument p_limit', 'there is a limit'
);
select is(
    pg_temp.error_of($$ select booking_v1.requeue_deliveries(p_limit => null) $$),
    '400 invalid_argument p_limit', 'always'
);
select is(
    pg_temp.error_of($$ select booking_v1.requeue_deliveries(null, '2026-06-02T00:00Z', '2026-06-01T00:00Z') $$),
    '400 invalid_argument p_to', 'a time that ends before it begins is a mistake'
);

select * from finish();
rollback;
