begin;
select plan(9);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.set_policy('webhook_failure_days', '2');
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create function pg_temp.hook()
returns text
language sql
as $function$
    select concat_ws(' ', w.failing_since, w.disabled_reason) from booking_v1.list_webhooks() as w
$function$;

call pg_temp.attempt('retry', 500, 'the receiver answered 500');
select is(pg_temp.hook(), '2026-06-01 05:00:00+00', 'it fails from the first failure on');
set local booking.now = '2026-06-01T06:00Z';
call pg_temp.attempt('done', 200);
select is(pg_temp.hook(), '', 'until a success');

call pg_temp.have_booking('his', '2026-06-08T10:00Z');
call pg_temp.attempt('retry');
select is(pg_temp.hook(), '2026-06-01 06:00:00+00', 'it fails again');
set local booking.now = '2026-06-03T05:59Z';
call pg_temp.attempt('retry');
select is(pg_temp.hook(), '2026-06-01 06:00:00+00', 'not yet for two days');
set local booking.now = '2026-06-04T05:59Z';
call pg_temp.attempt('retry');
select is(pg_temp.hook(), '2026-06-01 06:00:00+00 failing', 'for longer, and is disabled');
select is(
    (select count(*) from booking.webhook_delivery as d where d.error is null and d.http_status is null), 3::bigint,
    'every attempt is in the log'
);
call pg_temp.have_webhook();
select is(pg_temp.hook(), '', 'who changes it starts anew');
call pg_temp.have_booking('theirs', '2026-06-08T12:00Z');
set local booking.now = '2026-06-04T06:00Z';
call pg_temp.attempt('retry');
select is(pg_temp.hook(), '2026-06-04 06:00:00+00', 'from the next failure on');
set local booking.now = '2026-06-07T05:59Z';
call pg_temp.attempt('done', 200);
select is(pg_temp.hook(), '', 'one that is well again is not, however long it failed');

select * from finish();
rollback;
