begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.set_policy('customer_retention_days', '30');

select is(pg_temp.answer(o), 'completed 200', 'a booking of four years ago')
from pg_temp.bring('4711', '2022-06-06T08:00Z') as o;
select results_eq(
    $$
        select b.status, b.starts_at, b.ends_at, b.customer_name, b.price
        from booking_v1.list_bookings(p_to => '2023-01-01Z') as b
    $$,
    $$
        values (
            'confirmed', '2022-06-06T08:00Z'::timestamptz, '2022-06-06T09:00Z'::timestamptz, 'Zoe',
            (select s.price from booking.service as s where s.service_id = pg_temp.id('Cut'))
        )
    $$,
    'is in the list of that year, with who came and what it cost'
);
select results_eq(
    $$
        select h.kind, h.actor_role, h.changes ->> 'external_id', h.changes ? 'source'
        from booking_v1.booking_history(pg_temp.brought('4711')) as h
    $$,
    $$ values ('imported', 'service', '4711', false) $$,
    'its history says by whom, and what it was called there'
);
select is_empty(
    $$ select d.* from booking.find_tenant_problems() as d where d.tenant_id = pg_temp.id('shop') $$,
    'nothing is wrong with it'
);
select set_config('booking.tenant_id', pg_temp.id('shop')::text, true);
select is(
    booking.erase_inactive_customers(pg_temp.id('shop'), 10), 0, 'whom nothing was heard of since stays for a while'
);

select * from finish();
rollback;
