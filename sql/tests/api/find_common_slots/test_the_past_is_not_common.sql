begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}', p_closes => '12:00');

set local booking.now = '2026-06-08T08:30Z';

select results_eq(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(
            p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben'), pg_temp.id('Eve')],
            p_required => 3, p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_duration => '01:00', p_slot_interval => '01:00'
        ) as c
    $$,
    $$ values ('2026-06-08T09:00Z'::timestamptz) $$,
    'what has begun is gone'
);
select is_empty(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(
            array[pg_temp.id('Ada')], 1, '2026-06-01T00:00Z', '2026-06-02T00:00Z', '01:00'
        ) as c
    $$,
    'a week ago there was nothing'
);

select * from finish();
rollback;
