begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
call pg_temp.have_people();

create procedure pg_temp.books(
    p_role text, p_starts_at timestamptz, p_email text default 'zoe@example.com', p_phone text default null
)
language plpgsql
as $procedure$
begin
    perform set_config('request.jwt.claims', json_build_object('role', p_role)::text, true);
    perform booking_v1.create_booking(
        p_starts_at::text, pg_temp.id('Cut'), p_starts_at, p_customer_email => p_email, p_customer_phone => p_phone
    );
    perform set_config('request.jwt.claims', '', true);
end
$procedure$;

create procedure pg_temp.have_sent(p_booking_at timestamptz, p_count integer, p_channel text default 'email', p_from integer default 1)
language sql
as $procedure$
    -- messages to the customer of a booking, an hour ago or nearly
    insert into booking.notification
    (
        tenant_id, kind, channel, booking_id, booking_version, customer_id, about_starts_at, occasion, status, created_at, sent_at
    )
    select
        b.tenant_id, 'booking_confirmed', p_channel, b.booking_id, 1, b.customer_id, b.starts_at, 'test ' || n, 'sent',
        booking.now() - interval '2 hours', booking.now() - interval '59 minutes'
    from booking.booking as b
    cross join generate_series(p_from, p_from + p_count - 1) as n
    where b.tenant_id = pg_temp.id('shop') and b.starts_at = p_booking_at
$procedure$;

create function pg_temp.reasons(p_audience text, p_channel text default 'email')
returns text[]
language sql
as $function$
    -- of what is told to customers, or to whoever serves, as if a worker asked now
    select array_agg(coalesce(booking.untimely(n, k, b), 'sent') order by b.starts_at)
    from booking.notification as n
    join booking.notification_kind as k on k.kind = n.kind and k.audience = p_audience
    join booking.booking as b on b.tenant_id = n.tenant_id and b.booking_id = n.booking_id
    where n.tenant_id = pg_temp.id('shop') and n.channel = p_channel and n.sent_at is null
$function$;

call pg_temp.books('anon', '2026-06-08T08:00Z');
call pg_temp.books('service_role', '2026-06-08T09:00Z');
call pg_temp.dispatch();
call pg_temp.have_sent('2026-06-08T08:00Z', 19);
call pg_temp.have_sent('2026-06-08T09:00Z', 20);
select is(pg_temp.reasons('customer'), '{sent,sent}', 'what the shop had sent is no flood, and nineteen messages are none');

call pg_temp.have_sent('2026-06-08T08:00Z', 1, p_from => 20);
select is(
    pg_temp.reasons('customer'), '{too many within an hour,sent}',
    'after twenty that visitors caused no other of theirs is sent; what the shop does is told'
);
select is(pg_temp.reasons('provider'), '{sent,sent}', 'whoever serves is told of all');
select set_config('booking.now', '2026-06-01T05:01:01Z', true);
select is(pg_temp.reasons('customer'), '{sent,sent}', 'with time it is less');

-- By number: one record an address, and the same person's telephone.
select booking_v1.upsert_message_template('booking_confirmed', 'en', null, 'Booked', p_channel => 'sms');
call pg_temp.books('anon', '2026-06-08T10:00Z', 'first@example.com', '+49 30 1234567');
call pg_temp.books('anon', '2026-06-08T11:00Z', 'second@example.com', '0049 (30) 123-4567');
call pg_temp.dispatch();
call pg_temp.have_sent('2026-06-08T10:00Z', 20, 'sms');
select is(
    pg_temp.reasons('customer', 'sms'), '{too many within an hour,too many within an hour}',
    'a number has twenty, whatever address comes with it and however it is written'
);
select is(pg_temp.reasons('customer'), '{sent,sent,sent,sent}', 'an address is another matter');

select * from finish();
rollback;
