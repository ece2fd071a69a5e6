begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');

set local booking.now = '2026-06-08T08:59:59Z';
do $$
begin
    perform booking_v1.cancel_booking('she is not there', pg_temp.booking_of('hers'), p_override_reason => 'no-show');
end $$;
call pg_temp.dispatch();
select isnt(pg_temp.content_of('booking_cancelled'), null, 'while it lasts, that it is cancelled is told');
set local booking.now = '2026-06-08T09:00Z';
select is(pg_temp.content_of('booking_cancelled'), null, 'afterwards to nobody');
select is(pg_temp.log_of('booking_cancelled'), 'queued: the booking is over', 'and the log says why');
select is(pg_temp.content_of('provider_cancelled'), null, 'nor to who works there');

select * from finish();
rollback;
