begin;
select plan(10);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$
    select u.customer_id
    from (values ('Ann', null, '0171 5'), ('bob', 'bob@example.org', null), (null, 'carl_100%@example.org', null)) as c (name, email, phone)
    cross join lateral booking_v1.upsert_customer(c.name, c.email, c.phone) as u
$$);

select results_eq(
    $$ select coalesce(c.name, c.email) from booking_v1.list_customers() as c $$,
    array['Ann', 'bob', 'carl_100%@example.org'], 'by what is known of them'
);
select results_eq(
    $$ select c.name from booking_v1.list_customers('BOB@') as c $$, array['bob'], 'part of an address'
);
select results_eq(
    $$ select c.email from booking_v1.list_customers('_100%') as c $$, array['carl_100%@example.org'],
    'what is sought is no pattern'
);
select is(
    array(select c.name from booking_v1.list_customers(s.sought) as c), s.found, format('a number: %s', s.sought)
)
from (
    values ('0171-5', '{Ann}'::text[]), ('(0)171 5', '{Ann}'), ('17', '{Ann}'), ('9999', '{}'), ('000', '{}')
) as s (sought, found);
select results_eq(
    $$
        select n.name
        from booking_v1.list_customers(p_limit => 1) as f
        cross join lateral booking_v1.list_customers(p_limit => 1, p_after => f.customer_id) as n
    $$,
    array['bob'], 'the next page'
);
select is(
    pg_temp.error_of($$ select booking_v1.list_customers(p_after => pg_temp.id('nobody')) $$),
    '400 invalid_argument p_after', 'after nobody'
);

select * from finish();
rollback;
