begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
delete from booking.alert;
call pg_temp.have_webhook('hook');
call pg_temp.have_webhook('door');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.attempt('dead', 404, 'the receiver answered 404');

create view pg_temp.open as
    select a.code from booking.alert as a where a.source = 'outbox webhook' and a.resolved_at is null;
select results_eq('select * from open', array['dead'], 'two were given up');
call pg_temp.run(format('select booking_v1.redeliver_webhook(%L)', pg_temp.message_id('hook')));
select booking.close_dead_alerts()::text;
select results_eq('select * from open', array['dead'], 'one still is');
call pg_temp.run(format('select booking_v1.redeliver_webhook(%L)', pg_temp.message_id('door')));
select booking.close_dead_alerts()::text;
select is_empty('select * from open', 'none is');

select * from finish();
rollback;
