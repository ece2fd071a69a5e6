begin;
select plan(15);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/outbox.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_name => 'other', p_service => 'Other', p_people => '{Eve}');
call pg_temp.make_shop();
call pg_temp.queue('{theirs}', 'other');
call pg_temp.queue('{a,b,c,d,mail,sent,waits}');
update booking.outbox as o set kind = 'email' where o.key = 'mail';

create function pg_temp.have_given_up(p_key text, p_at timestamptz)
returns void
language sql
volatile
as $function$
    update booking.outbox as o
    set
        status = 'dead', attempt_count = 3, error = 'no answer', finished_at = p_at, due_at = p_at,
        created_at = p_at - interval '8 hours'
    where o.key = p_key
$function$;

create function pg_temp.queued()
returns text[]
language sql
volatile
as $function$
    select array_agg(o.key order by o.key)
    from booking.outbox as o
    where o.status = 'queued' and o.attempt_count = 0 and o.error is null and o.due_at = booking.now()
$function$;

update booking.outbox as o set status = 'done', finished_at = booking.now() where o.key = 'sent';
update booking.outbox as o set due_at = '2026-06-09T05:00Z' where o.key = 'waits';
do $$
begin
    perform pg_temp.have_given_up(k.key, k.at)
    from (
        values
        ('a', '2026-06-01T05:00Z'::timestamptz), ('b', '2026-06-01T06:00Z'), ('c', '2026-06-01T07:00Z'),
        ('d', '2026-06-01T08:00Z'), ('mail', '2026-06-01T06:00Z'), ('theirs', '2026-06-01T06:00Z')
    ) as k (key, at);
end
$$;
set local booking.now = '2026-06-02T05:00Z';

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
