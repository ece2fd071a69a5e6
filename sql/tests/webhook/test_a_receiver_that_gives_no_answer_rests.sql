begin;
select plan(9);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();

create function pg_temp.seconds(p_booking text, p_webhook text default 'hook')
returns numeric
language sql
as $function$
    -- until the message about a booking is due
    select extract(epoch from o.due_at - booking.now())::numeric
    from booking.outbox as o
    where
        o.kind = 'webhook' and o.booking_id = pg_temp.booking_of(p_booking)
        and o.payload ->> 'webhook_id' = pg_temp.id(p_webhook)::text
$function$;

create procedure pg_temp.have_told_booking(p_name text, p_starts_at timestamptz)
language plpgsql
as $procedure$
begin
    call pg_temp.have_booking(p_name, p_starts_at);
    perform booking.dispatch_events();
end
$procedure$;

call pg_temp.have_told_booking('one', '2026-06-08T08:00Z');
call pg_temp.attempt('retry');
call pg_temp.have_told_booking('two', '2026-06-08T09:00Z');
select is(pg_temp.seconds('two'), 0::numeric, 'not after the first time');
call pg_temp.attempt('retry', 500);
call pg_temp.have_told_booking('three', '2026-06-08T10:00Z');
select is(pg_temp.seconds('three'), 0::numeric, 'nor when it answers, whatever it says');
call pg_temp.attempt('retry');
select is(
    (select count(*) from booking.outbox as o where o.kind = 'webhook' and o.due_at = booking.now() + interval '30 s'),
    2::bigint, 'after the second, what waits for it waits longer, but for the one that was tried'
);
set local booking.now = '2026-06-01T05:00:05Z';
call pg_temp.attempt('retry');
select is(
    (select w.rests_until from booking.webhook as w where w.webhook_id = pg_temp.id('hook')),
    '2026-06-01T05:00:30Z'::timestamptz, 'an attempt that ends meanwhile makes it no longer, and rewrites nothing'
);
set local booking.now = '2026-06-01T05:00Z';
call pg_temp.have_webhook('other');
call pg_temp.have_told_booking('four', '2026-06-08T11:00Z');
select is(pg_temp.seconds('four'), 30::numeric, 'and so does what comes meanwhile');
do 'begin perform booking.rest_webhook(pg_temp.id(''shop''), pg_temp.id(''hook''), booking.now() + interval ''40 s''); end';
select is(pg_temp.seconds('four'), 40::numeric, 'what waits already waits for as long as it rests');
select is(pg_temp.seconds('four', 'other'), 0::numeric, 'another is told at once');
update booking.outbox as o
set due_at = booking.now() + interval '1 hour'
where o.booking_id = pg_temp.booking_of('four') and o.payload ->> 'webhook_id' = pg_temp.id('hook')::text;
do 'begin
    perform booking.rest_webhook(pg_temp.id(''shop''), pg_temp.id(''hook''), booking.now() + interval ''30 s'');
end';
select is(pg_temp.seconds('four'), 3600::numeric, 'what is due later is not told sooner');
set local booking.now = '2026-06-01T05:00:31Z';
call pg_temp.have_told_booking('five', '2026-06-08T12:00Z');
select is(pg_temp.seconds('five'), 0::numeric, 'then it is tried again');

select * from finish();
rollback;
