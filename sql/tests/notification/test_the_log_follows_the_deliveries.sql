begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
create temporary table leased on commit drop as
select l.*, n.kind as about
from booking.lease_outbox('{email}', 10) as l
join booking.notification as n on n.notification_id = (l.payload ->> 'notification_id')::uuid
where n.tenant_id = pg_temp.id('shop');

create procedure pg_temp.reported(p_about text, p_result text, p_error text default null)
language plpgsql
as $procedure$
begin
    perform booking.report_outbox(l.tenant_id, l.outbox_id, l.lease_id, p_result, p_error)
    from leased as l
    where l.about = p_about;
end
$procedure$;

call pg_temp.reported('booking_confirmed', 'done');
select is(pg_temp.log_of('booking_confirmed'), 'sent', 'what a server accepted is sent');
select is(
    (select n.sent_at from booking.notification as n where n.tenant_id = pg_temp.id('shop') and n.kind = 'booking_confirmed'),
    '2026-06-01T05:00Z', 'and when'
);
call pg_temp.reported('provider_booked', 'dead', 'SMTP 550');
select is(pg_temp.log_of('provider_booked'), 'failed: SMTP 550', 'what it refused is failed');
select is(
    booking.report_outbox(
        pg_temp.id('shop'), (select l.outbox_id from leased as l where l.about = 'booking_confirmed'),
        gen_random_uuid(), 'done'
    ),
    null, 'who has no lease is not heard'
);

select * from finish();
rollback;
