begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.customer_id from booking_v1.upsert_customer('Zoe', 'zoe@example.org', '123') as u;
call pg_temp.run($$
    select u.customer_id
    from made as m
    cross join booking_v1.upsert_customer(p_email => '', p_phone => '', p_customer_id => m.customer_id) as u
$$);

select is((c.name, c.email, c.phone)::text, ('Zoe', null::text, null::text)::text, 'address and number are gone')
from made as m
cross join booking_v1.get_customer(m.customer_id) as c;
select is(
    pg_temp.error_of(
        format('select booking_v1.upsert_customer(p_name => %L, p_customer_id => %L)', '', m.customer_id)
    ),
    '400 invalid_argument p_name', 'but something must remain'
)
from made as m;

select * from finish();
rollback;
