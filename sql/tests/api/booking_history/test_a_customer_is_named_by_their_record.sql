begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
set local role authenticated;
select booking_v1.create_booking('zoe''s first booking', md5('pgbooking test Cut')::uuid, '2026-06-08T08:00Z')::text;
select booking_v1.create_booking('zoe''s second booking', md5('pgbooking test Cut')::uuid, '2026-06-08T09:00Z')::text;
reset role;
set local request.jwt.claims = '';

select is(count(*), 2::bigint, 'she has booked twice')
from booking.booking as b
where b.tenant_id = pg_temp.id('shop');
select is_empty(
    $$
        select e.actor_subject, c.customer_id
        from booking.booking_event as e
        join booking.customer as c on c.tenant_id = e.tenant_id and c.subject = 'zoe'
        where e.tenant_id = pg_temp.id('shop') and e.actor_subject is distinct from c.customer_id::text
    $$,
    'by whom: her record, also of the booking that it was made for'
);

select * from finish();
rollback;
