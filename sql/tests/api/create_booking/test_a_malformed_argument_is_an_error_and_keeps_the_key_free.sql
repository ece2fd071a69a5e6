begin;
select plan(24);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, created_at)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', booking.now());

select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), null
        ) as o
    $$,
    'PT400', 'invalid_argument', 'no start'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), 'infinity'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'a start that never comes'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '0001-01-01Z'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'a start in the year 1'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_duration => '00:00'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'no duration'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_duration => '-01:00'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'a negative duration'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_party_size => 0
        ) as o
    $$,
    'PT400', 'invalid_argument', 'nobody'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_timezone => 'Mars/Olympus'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'an unknown zone'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_timezone => 'IST'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'an abbreviation'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_timezone => 'UTC+5'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'an offset'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'nobody'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'no address'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => ' '
        ) as o
    $$,
    'PT400', 'invalid_argument', 'a blank name'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_answers => '[1]'
        ) as o
    $$,
    'PT400', 'invalid_argument', 'answers that are no object'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z',
            p_answers => (select jsonb_object_agg(n.n, md5(n.n::text)) from generate_series(1, 500) as n (n))
        ) as o
    $$,
    'PT400', 'invalid_argument', 'answers of more than 16 kB'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z',
            p_metadata => ('{"a": ' || repeat('[', 33) || repeat(']', 33) || '}')::jsonb
        ) as o
    $$,
    'PT400', 'invalid_argument', 'metadata that are nested too deeply'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_metadata => null
        ) as o
    $$,
    'PT400', 'invalid_argument', 'no metadata'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_notes => repeat('x', 4001)
        ) as o
    $$,
    'PT400', 'invalid_argument', 'a novel'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(
            'first', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('nobody')
        ) as o
    $$,
    'PT404', 'not_found', 'an unknown customer'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking('', pg_temp.id('Cut'), '2026-06-08T08:00Z') as o
    $$,
    'PT400', 'invalid_argument', 'an empty key'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking(null, pg_temp.id('Cut'), '2026-06-08T08:00Z') as o
    $$,
    'PT400', 'invalid_argument', 'no key'
);
select throws_ok(
    $$
        select o.status
        from booking_v1.create_booking('first', pg_temp.id('nothing'), '2026-06-08T08:00Z') as o
    $$,
    'PT404', 'not_found', 'an unknown service'
);
select throws_ok(
    $$ select o.status from pg_temp.book('2026-4-2 25:00Z', 'first') as o $$,
    '22008', null, 'an hour that no clock shows'
);
select throws_ok(
    $$ select o.status from pg_temp.book('tomorrowish', 'first') as o $$,
    '22007', null, 'no instant at all'
);
select is(pg_temp.bookings(), 0::bigint, 'nothing was booked');
select is(array[pg_temp.answer(o), o.replayed::text], array['completed 200', 'false'], 'and the key is still free')
from pg_temp.book('2026-06-08T08:00Z', 'first') as o;

select * from finish();
rollback;
