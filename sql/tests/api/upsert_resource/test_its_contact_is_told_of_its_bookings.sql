begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_customer('Grace', p_customer_id => pg_temp.id('Grace')) $$);
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_resource_id => pg_temp.id('Ada'), p_contact_id => pg_temp.id('Grace'))
$$);

select is((select r.contact_id from booking_v1.list_resources() as r), pg_temp.id('Grace'), 'who it stands for');
call pg_temp.run($$ select booking_v1.upsert_resource('Ada L.', 'staff', p_resource_id => pg_temp.id('Ada')) $$);
select is((select r.contact_id from booking_v1.list_resources() as r), pg_temp.id('Grace'), 'what is not given stays');
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Bob', 'staff', p_contact_id => pg_temp.id('nobody')) $$),
    '404 not_found p_contact_id', 'somebody there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.delete_customer(pg_temp.id('Grace')) $$), '409 in_use p_customer_id',
    'who is told of bookings stays'
);
select is(
    pg_temp.error_of($$
        select booking_v1.upsert_resource(
            'Ada', 'staff', p_resource_id => pg_temp.id('Ada'), p_contact_id => pg_temp.id('Grace'), p_has_contact => false
        )
    $$),
    '400 invalid_argument p_has_contact', 'it has one or it has none'
);
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_resource_id => pg_temp.id('Ada'), p_has_contact => false)
$$);
select is((select r.contact_id from booking_v1.list_resources() as r), null, 'nobody is told any more');
call pg_temp.run($$
    select booking_v1.upsert_resource('Ada', 'staff', p_resource_id => pg_temp.id('Ada'), p_contact_id => pg_temp.id('Grace'))
$$);
set local request.jwt.claims = '{"role": "anon"}';
select is((select r.contact_id from booking_v1.list_resources() as r), null, 'visitors are not told who that is');

select * from finish();
rollback;
