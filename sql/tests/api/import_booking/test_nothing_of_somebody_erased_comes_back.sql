begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.set_policy('cancellation_deadline_hours', '0');
select pg_temp.bring('ref-4711', '2020-06-08T08:00Z', p_notes => 'on crutches');
select booking_v1.import_booking(
    'ref-4712', pg_temp.id('Cut'), p_starts_at => '2020-06-09T08:00Z', p_customer_name => 'Max',
    p_customer_external_id => '17'
);
create temporary table came on commit drop as
    select b.booking_id from booking.booking as b where b.tenant_id = pg_temp.id('shop');
select booking_v1.erase_customer('e ' || c.customer_id, c.customer_id) from booking_v1.list_customers() as c;

select is_empty(
    $$
        select e.changes
        from booking.booking_event as e
        where e.tenant_id = pg_temp.id('shop') and e.changes::text ~ 'ref-'
    $$,
    'what they are called there is forgotten, too'
);
select is(pg_temp.became(o), 'confirmed 1 again', 'the booking is still known')
from pg_temp.bring('ref-4711', '2020-06-08T08:00Z', p_notes => 'on two crutches') as o;
select is_empty(
    $$ select b.notes from booking.booking as b where b.tenant_id = pg_temp.id('shop') and b.notes is not null $$,
    'and stays empty'
);
select is(
    (select count(*) from booking_v1.list_customers()), 0::bigint, 'nobody was added'
);
select throws_ok(
    format(
        $$
            select booking_v1.import_booking(
                'ref-4713', %L, p_starts_at => '2020-06-10T08:00Z', p_customer_name => 'Max',
                p_customer_external_id => '17'
            )
        $$,
        pg_temp.id('Cut')
    ),
    'PT404', 'not_found', 'another booking of theirs is told'
);

select * from finish();
rollback;
