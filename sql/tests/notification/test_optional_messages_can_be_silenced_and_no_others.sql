begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.remind('1440 min');
select booking_v1.set_message_preference(false, p_customer_id => pg_temp.customer('Zoe'))::text;

select is(pg_temp.content_of('reminder'), null, 'a reminder that was queued is not sent');
select is(pg_temp.log_of('reminder'), 'queued: not wanted', 'and the log says why');
call pg_temp.remind('60 min');
select is(pg_temp.log_of('reminder'), 'queued: not wanted', 'another is not even queued');
select set_has(
    $$ select * from pg_temp.told() $$, $$ values ('booking_confirmed to Zoe') $$,
    'what is part of the booking is still sent'
);
select booking_v1.set_message_preference(true, 'reminder', p_customer_id => pg_temp.customer('Zoe'))::text;
call pg_temp.remind('60 min');
select is(
    pg_temp.log_of('reminder'), 'queued: not wanted, queued', 'what they say of one kind goes before what they said of all'
);

select booking_v1.set_message_preference(false, 'request_reminder', p_customer_id => pg_temp.customer('Zoe'))::text;
select is(
    (
        select array_agg(p.kind order by p.kind)
        from booking_v1.list_message_preferences(pg_temp.customer('Zoe')) as p
        where p.channel = 'email' and not p.is_wanted and p.kind like '%reminder'
    ),
    '{reminder,request_reminder}', 'a reminder is a reminder, whatever the state of the booking'
);

select * from finish();
rollback;
