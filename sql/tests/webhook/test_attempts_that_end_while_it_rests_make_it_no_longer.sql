begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('one', '2026-06-08T08:00Z');
call pg_temp.have_booking('two', '2026-06-08T09:00Z');
call pg_temp.have_booking('three', '2026-06-08T10:00Z');
do 'begin perform booking.dispatch_events(); end';
create temporary table attempt on commit drop as
select l.*, row_number() over () as no from booking.lease_outbox(array['webhook'], 10) as l;

create function pg_temp.rests_until_after(p_no integer)
returns timestamptz
language plpgsql
as $function$
begin
    perform booking.report_webhook(a.tenant_id, a.outbox_id, a.lease_id, 'retry') from attempt as a where a.no = p_no;
    return (select w.rests_until from booking.webhook as w where w.webhook_id = pg_temp.id('hook'));
end
$function$;

select is(
    array[pg_temp.rests_until_after(1), pg_temp.rests_until_after(2)],
    array[null, '2026-06-01T05:00:30Z']::timestamptz[],
    'after the second without an answer it rests'
);
set local booking.now = '2026-06-01T05:00:05Z';
select is(pg_temp.rests_until_after(3), '2026-06-01T05:00:30Z'::timestamptz, 'the third had begun before');

select * from finish();
rollback;
