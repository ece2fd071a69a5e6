begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}', p_closes => '12:00');

call pg_temp.have_booking('first', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T08:00Z', pg_temp.id('Ben'));

select results_eq(
    $$
        select c.starts_at, c.ends_at, cardinality(c.resource_ids) as people
        from booking_v1.find_common_slots(
            p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben'), pg_temp.id('Eve')],
            p_required => 3, p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_duration => '01:00', p_slot_interval => '01:00'
        ) as c
    $$,
    $$ values ('2026-06-08T09:00Z'::timestamptz, '2026-06-08T10:00Z'::timestamptz, 3) $$,
    'the one hour in which nobody is booked'
);

select * from finish();
rollback;
