begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop(p_people => '{Ada,Bob}');
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.zoe_books('moved', '2026-06-15T08:00Z');
call pg_temp.dispatch(); -- who had it knows that they had
do $$
begin
    perform booking_v1.reschedule_booking(
        'a week earlier', pg_temp.booking_of('moved'), '2026-06-08T08:00Z', pg_temp.id('Bob')
    );
end $$;

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
select isnt(
    pg_temp.content_of('provider_released'), null, 'but to who waits for it at the time that it had with them'
);

select * from finish();
rollback;
