begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zenobia"}';
set local role authenticated;
select booking_v1.create_booking(
    'a', md5('pgbooking test Cut')::uuid, '2026-06-08T08:00Z', p_customer_name => 'Zenobia',
    p_customer_email => 'z@example.org'
);
select set_config('test.token', f.token, true) from booking_v1.create_calendar_feed() as f;
reset role;

select matches(
    booking_v1.calendar(current_setting('test.token')), 'DTSTART:20260608T080000Z', 'without saying who they are'
);
select matches(booking_v1.calendar(current_setting('test.token')), 'DESCRIPTION:Ada\r\n', 'and with whom it is');
select is(
    pg_temp.error_of($$ set local role authenticated;
        select booking_v1.create_calendar_feed(p_resource_id => md5('pgbooking test Ada')::uuid) $$),
    '404 not_found p_resource_id', 'no resource''s'
);
reset role;
set local request.jwt.claims = '{"role": "authenticated", "sub": "yan"}';
select is(
    pg_temp.error_of('set local role authenticated; select booking_v1.create_calendar_feed()'),
    '404 not_found p_customer_id', 'who never booked has nothing yet to have a calendar of'
);
reset role;
set local request.jwt.claims = '';
select is(
    (select count(*) from booking.calendar_feed as f where f::text like '%' || current_setting('test.token') || '%'),
    0::bigint, 'the secret is not kept'
);

select * from finish();
rollback;
