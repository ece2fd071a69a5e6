begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
create temporary table zoe on commit drop as
select u.customer_id from booking_v1.upsert_customer('Zoe', 'zoe@example.org') as u;
create temporary table first on commit drop as
select o.* from zoe as z cross join booking_v1.erase_customer('one', z.customer_id) as o;

select is(o.replayed, true, 'the same key is replayed')
from zoe as z
cross join booking_v1.erase_customer('one', z.customer_id) as o;
select is(pg_temp.answer(o), 'completed 200', 'erasing again is no error')
from zoe as z
cross join booking_v1.erase_customer('two', z.customer_id) as o;
select is_empty(
    $$ select c.* from zoe as z cross join lateral booking_v1.get_customer(z.customer_id) as c $$, 'there is nothing to see'
);
select is(
    pg_temp.error_of(
        format('select booking_v1.upsert_customer(%L, p_customer_id => %L)', 'Zoe', z.customer_id)
    ),
    '404 not_found p_customer_id', 'the record does not get a name again'
)
from zoe as z;
select is(
    pg_temp.error_of(
        format('select booking_v1.set_message_preference(false, p_customer_id => %L)', z.customer_id)
    ),
    '404 not_found p_customer_id', 'nor a wish'
)
from zoe as z;
select is(
    pg_temp.error_of(
        format(
            'select booking_v1.create_booking(%L, %L, %L, p_customer_id => %L)',
            'x', pg_temp.id('Cut'), '2026-06-08T08:00Z', z.customer_id
        )
    ),
    '404 not_found p_customer_id', 'nor a booking'
)
from zoe as z;
select is(
    pg_temp.error_of(format('select booking_v1.erase_customer(%L, %L)', 'three', gen_random_uuid())),
    '404 not_found p_customer_id', 'an unknown one cannot be erased'
);
select is(
    pg_temp.error_of('select booking_v1.erase_customer(''four'')'),
    '400 invalid_argument p_customer_id', 'an application has to say whom'
);
select isnt(u.customer_id, z.customer_id, 'who comes back with the same address is somebody new')
from zoe as z
cross join booking_v1.upsert_customer('Zoe', 'zoe@example.org') as u;

select * from finish();
rollback;
