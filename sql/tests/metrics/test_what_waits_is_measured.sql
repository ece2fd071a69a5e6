begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
delete from booking.outbox;
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
call pg_temp.attempt('dead', 500);
call pg_temp.have_booking('theirs', '2026-06-08T10:00Z');
select booking.dispatch_events()::text;
set local booking.now = '2026-06-01T05:10Z';

select bag_eq(
    $$
        select m.labels ->> 'status', m.value from booking.metrics() as m
        where m.name = 'outbox_effects' and m.labels ->> 'kind' = 'webhook'
    $$,
    $$ values ('queued', 1::double precision), ('leased', 0), ('dead', 2) $$, 'how much'
);
select is(m.value, 600::double precision, 'and for how long')
from booking.metrics() as m
where m.name = 'outbox_oldest_seconds' and m.labels ->> 'kind' = 'webhook';

select * from finish();
rollback;
