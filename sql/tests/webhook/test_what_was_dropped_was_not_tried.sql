begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.attempt('dropped');

select is_empty('select * from booking_v1.list_webhook_deliveries()', 'it is no attempt');
select is(w.failing_since, null, 'and no failure of the receiver''s') from booking_v1.list_webhooks() as w;

select * from finish();
rollback;
