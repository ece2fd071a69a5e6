begin;
select plan(8);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
select booking_v1.upsert_customer(p_name => 'Zoe', p_email => 'zoe@example.com', p_phone => '+49 30 1234');

create function pg_temp.customer_of(
    p_external_id text, p_name text default null, p_email text default null, p_phone text default null,
    p_customer text default null
)
returns uuid
language sql
volatile
as $function$
    select b.customer_id
    from booking_v1.import_booking(
        p_external_id, pg_temp.id('Cut'), '2020-01-01Z'::timestamptz + p_external_id::integer * interval '1 day',
        p_customer_name => p_name, p_customer_email => p_email, p_customer_phone => p_phone,
        p_customer_external_id => p_customer
    ) as o
    cross join lateral booking_v1.get_booking(o.booking_id) as b
$function$;
create temporary table zoe on commit drop as select c.customer_id from booking_v1.list_customers() as c;

select is(pg_temp.customer_of('1', 'Z.', 'ZOE@example.com'), z.customer_id, 'by an address') from zoe as z;
select is(pg_temp.customer_of('2', 'zoe', null, '0049 (30) 1234'), z.customer_id, 'by a number and a name')
from zoe as z;
select isnt(pg_temp.customer_of('3', 'Max', null, '+49 30 1234'), z.customer_id, 'who shares the number is another')
from zoe as z;
select is(
    pg_temp.customer_of('4', 'Ann', p_customer => '17'), pg_temp.customer_of('5', 'Anna', p_customer => '17'),
    'by what they are called there, where there is nothing else'
);
select isnt(pg_temp.customer_of('6', 'Ann'), pg_temp.customer_of('7', 'Ann'), 'a name alone is nobody known');
select is(
    (select array_agg(c.name order by c.name) from booking_v1.list_customers() as c),
    '{Ann,Ann,Ann,Max,Zoe}', 'nobody else was added, and what was known has stayed'
);
select throws_ok(
    $$ select pg_temp.customer_of('8', p_customer => '18') $$, 'PT400', 'invalid_argument',
    'who is not known by that has to be called something'
);

select is(
    (select b.customer_name from booking_v1.list_bookings(p_to => '2020-01-03Z') as b), 'Z.',
    'who has another name there keeps it in the booking'
);

select * from finish();
rollback;
