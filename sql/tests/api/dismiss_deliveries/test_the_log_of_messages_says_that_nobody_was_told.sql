begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/empty_outbox.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
call pg_temp.give_up_mails();

select is(booking_v1.dismiss_deliveries('email'), 2, 'what customer and provider were not told');
select is(pg_temp.log_of('booking_confirmed'), 'dropped: no answer', 'is not sent, and the log of messages says why');
select is(
    (select count(*) from booking.outbox as o where o.kind = 'email' and o.status = 'dropped'), 2::bigint,
    'nor tried again'
);

select * from finish();
rollback;
