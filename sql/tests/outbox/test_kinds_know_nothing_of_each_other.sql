begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
insert into booking.outbox_kind (kind, concurrency, attempts, lease, backoff_base, backoff_most)
values ('telex', 1, 1, '1 minute', '10 seconds', '15 seconds');
update booking.outbox_kind as k set concurrency = 1, attempts = 1 where k.kind = 'test';
call pg_temp.queue('{a,b}');
do $do$
begin
    perform booking.enqueue(pg_temp.id('shop'), array[('telex', 't', '{"key": "t"}', null)]::booking.effect[]);
end
$do$;

create function pg_temp.lease_telex()
returns text[]
language sql
volatile
as $function$
    select coalesce(array_agg(l.payload ->> 'key'), '{}') from booking.lease_outbox('{telex}', 10) as l
$function$;

select is(pg_temp.lease_telex(), '{t}', 'a worker gets what it asks for');
select is(cardinality(pg_temp.lease()), 1, 'the leases of one take no room of another''s');
set local booking.now = '2026-06-01T05:01Z';
call pg_temp.have_leased();
select is(pg_temp.state('t'), 'leased 1', 'who asks for one gives up nothing of another');
call pg_temp.have_reported('t', 'dead', 'no');
select booking_v1.dismiss_delivery(o.outbox_id)::text
from booking.outbox as o
where o.kind = 'test' and o.status = 'dead';
select booking.close_dead_alerts()::text;
select results_eq(
    $$
        select a.source
        from booking.alert as a
        where a.source in ('outbox telex', 'outbox test') and a.resolved_at is null
    $$,
    array['outbox telex'], 'each has an alert of its own'
);
select booking_v1.dismiss_delivery(o.outbox_id)::text
from booking.outbox as o
where o.key = 't';
select booking.close_dead_alerts()::text;
select is_empty(
    $$
        select
        from booking.alert as a
        where a.source in ('outbox telex', 'outbox test') and a.resolved_at is null
    $$,
    'until none is dead'
);

select * from finish();
rollback;
