begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{silent,refused,leased,queued,done}', p_due_at => '2026-06-01T03:59Z');
call pg_temp.queue('{fresh}', p_due_at => '2026-06-01T04:00Z');
update booking.outbox as o
set
    status = case when o.key in ('silent', 'refused') then 'dead' else o.key end,
    lease_id = case when o.key = 'leased' then gen_random_uuid() end,
    error = case when o.key = 'refused' then 'no such address' end,
    finished_at = case when o.key in ('silent', 'refused', 'done') then booking.now() end
where o.key not in ('queued', 'fresh');
create view pg_temp.found as
    select f.problem, f.remedy from booking.find_stuck_effects(pg_temp.id('shop')) as f;

select bag_eq(
    'select f.problem from found as f',
    array[
        'was given up: it never said why', 'was given up: no such address',
        'is leased, and has been due since 2026-06-01 03:59:00+00',
        'is queued, and has been due since 2026-06-01 03:59:00+00'
    ],
    'not what was done, nor what is due for an hour and no longer'
);
select set_eq(
    'select f.remedy from found as f where f.problem ~ ''given up''',
    array['Mend the cause, then requeue_delivery, or else dismiss_delivery.'], 'what was given up wants a mend'
);
select set_eq(
    'select f.remedy from found as f where f.problem ~ ''due since''',
    array['Does a worker run? See its log.'], 'what waits wants a worker'
);

select * from finish();
rollback;
