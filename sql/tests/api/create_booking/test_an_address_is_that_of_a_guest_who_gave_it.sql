begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, email, subject, created_at)
values
(pg_temp.id('shop'), pg_temp.id('account'), 'Zoe', 'zoe@example.org', 'zoe', booking.now()),
(pg_temp.id('shop'), pg_temp.id('guest'), 'Yan', 'yan@example.org', null, booking.now());

create function pg_temp.customer_of(p_starts_at timestamptz, p_email text)
returns uuid
language sql
volatile
as $function$
    select b.customer_id
    from booking_v1.create_booking(p_email, pg_temp.id('Cut'), p_starts_at, p_customer_email => p_email) as o
    cross join lateral booking_v1.get_booking(o.booking_id) as b
$function$;

select is(pg_temp.customer_of('2026-06-08T08:00Z', 'YAN@example.org'), pg_temp.id('guest'), 'his');
select isnt(pg_temp.customer_of('2026-06-08T09:00Z', 'zoe@example.org'), pg_temp.id('account'), 'not that of an account');
select ok(
    pg_temp.customer_of('2026-06-08T10:00Z', 'new@example.org') <> all(array[pg_temp.id('guest'), pg_temp.id('account')]),
    'nor anybody''s where nobody has given it'
);

select * from finish();
rollback;
