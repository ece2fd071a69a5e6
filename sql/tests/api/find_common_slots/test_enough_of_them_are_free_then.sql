begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}', p_closes => '12:00');

call pg_temp.have_booking('first', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T07:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('third', '2026-06-08T08:00Z', pg_temp.id('Ben'));

select results_eq(
    $$
        select c.starts_at, cardinality(c.resource_ids) as people
        from booking_v1.find_common_slots(
            p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben'), pg_temp.id('Eve')],
            p_required => 2, p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_duration => '01:00', p_slot_interval => '01:00'
        ) as c
    $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz, 2), ('2026-06-08T09:00Z', 3) $$,
    'and all who are free are named'
);
select is_empty(
    $$
        select r.resource_id
        from booking_v1.find_common_slots(
            p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben'), pg_temp.id('Eve')],
            p_required => 2, p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_duration => '01:00', p_slot_interval => '01:00'
        ) as c
        cross join unnest(c.resource_ids) as r (resource_id)
        where c.starts_at = '2026-06-08T08:00Z' and r.resource_id = pg_temp.id('Ben')
    $$,
    'Ben, who is booked, is not'
);

select * from finish();
rollback;
