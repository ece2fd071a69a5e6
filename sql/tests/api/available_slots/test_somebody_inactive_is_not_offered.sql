begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

update booking.resource set is_active = false
where tenant_id = pg_temp.id('shop') and resource_id = pg_temp.id('Ada');

select set_eq(
    $$
        select s.resource_ids
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z'
        ) as s
    $$,
    $$ values (array[pg_temp.id('Ben')]) $$,
    'only Ben is'
);

select * from finish();
rollback;
