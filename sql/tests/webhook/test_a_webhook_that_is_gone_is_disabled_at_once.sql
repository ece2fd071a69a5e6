begin;
select plan(7);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

call pg_temp.attempt('dead', 410, 'the receiver answered 410');
select results_eq(
    'select w.disabled_at, w.disabled_reason from booking_v1.list_webhooks() as w',
    $$ values ('2026-06-01T05:00Z'::timestamptz, 'gone') $$, 'by the first 410'
);
select is(sum(a.count), 1::bigint, 'and somebody is told, once')
from booking.alert as a
where a.code = 'webhook_disabled' and a.last_at = booking.now();
select is(pg_temp.content(pg_temp.message_id()), null, 'what is queued for it is no longer wanted');
call pg_temp.have_booking('theirs', '2026-06-08T10:00Z');
select booking.dispatch_events()::text;
select is(
    (
        select count(*)
        from booking.outbox as o
        where o.tenant_id = pg_temp.id('shop') and o.kind = 'webhook' and o.outbox_id <> pg_temp.message_id()
    ),
    1::bigint,
    'nothing more is queued'
);
call pg_temp.have_webhook();
select isnt(pg_temp.content(pg_temp.message_id()), null, 'saved again, it is tried again');
select is_empty(
    $$ select from booking.alert as a where a.code = 'webhook_disabled' and a.resolved_at is null $$, 'and nobody has to look at it'
);
call pg_temp.attempt('dead', 410, 'the receiver answered 410');
select booking_v1.delete_webhook(pg_temp.id('hook'));
select is_empty(
    $$ select from booking.alert as a where a.code = 'webhook_disabled' and a.resolved_at is null $$, 'nor at one that is deleted'
);

select * from finish();
rollback;
