begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
call pg_temp.have_people();

create procedure pg_temp.books(p_role text, p_starts_at timestamptz)
language plpgsql
as $procedure$
begin
    perform set_config('request.jwt.claims', json_build_object('role', p_role)::text, true);
    perform booking_v1.create_booking(
        p_starts_at::text, pg_temp.id('Cut'), p_starts_at, p_customer_email => 'zoe@example.com'
    );
    perform set_config('request.jwt.claims', '', true);
end
$procedure$;

create function pg_temp.reasons(p_audience text)
returns text[]
language sql
as $function$
    -- of what is told to customers, or to whoever serves, as if a worker asked now
    select array_agg(coalesce(booking.untimely(n, k, b), 'sent') order by b.starts_at)
    from booking.notification as n
    join booking.notification_kind as k on k.kind = n.kind and k.audience = p_audience
    join booking.booking as b on b.booking_id = n.booking_id
    where n.tenant_id = pg_temp.id('shop') and n.sent_at is null
$function$;

call pg_temp.have_booking('before', '2026-06-08T14:00Z');
insert into booking.notification
(
    tenant_id, kind, channel, booking_id, booking_version, customer_id, about_starts_at, occasion, status,
    created_at, sent_at
)
select
    pg_temp.id('shop'), 'confirmed', 'email', pg_temp.booking_of('before'), 1, pg_temp.customer('Zoe'), '2026-06-08', n,
    'sent',
    booking.now() - interval '2 hours', booking.now() - interval '59 minutes'
from generate_series(1, 19) as n;
call pg_temp.books('anon', '2026-06-08T08:00Z');
call pg_temp.dispatch();
select is(pg_temp.reasons('customer'), '{sent}', 'the twentieth message within an hour');

update booking.notification as n
set status = 'sent', sent_at = booking.now()
from booking.notification_kind as k
where n.tenant_id = pg_temp.id('shop') and k.kind = n.kind and k.audience = 'customer' and n.sent_at is null;
call pg_temp.books('anon', '2026-06-08T09:00Z');
call pg_temp.books('service_role', '2026-06-08T10:00Z');
call pg_temp.dispatch();
select is(
    pg_temp.reasons('customer'), '{too many within an hour,sent}', 'no other that a visitor causes; what the shop does is told'
);
select is(pg_temp.reasons('provider'), '{sent,sent,sent,sent}', 'whoever serves is told of all');
select set_config('booking.now', '2026-06-01T05:01:01Z', true);
select is(pg_temp.reasons('customer'), '{sent,sent}', 'with time it is less');

select * from finish();
rollback;
