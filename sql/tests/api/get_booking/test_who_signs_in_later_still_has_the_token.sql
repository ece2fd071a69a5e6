begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
set local request.jwt.claims = '{"role": "anon"}';
create temporary table made on commit drop as
select o.booking_id, o.manage_token
from booking_v1.create_booking(
    'a key that cannot be guessed', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'zoe@example.org'
) as o;
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';

select is_empty(
    $$ select from made as m cross join lateral booking_v1.get_booking(m.booking_id) $$, 'it is none of their own'
);
select results_eq(
    $$
        select b.booking_id
        from made as m
        cross join lateral booking_v1.get_booking(m.booking_id, m.manage_token) as b
    $$,
    $$ select m.booking_id from made as m $$, 'but who has its token may see it'
);
select is_empty('select * from booking_v1.list_bookings()', 'and has none of their own');

select * from finish();
rollback;
