begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Chairs}', p_closes => '11:00');
update booking.resource as r set units = 2 where r.resource_id = pg_temp.id('Chairs');
call pg_temp.have_booking('first', '2026-06-08T07:00Z', pg_temp.id('Chairs'));

select results_eq(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(
            p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Chairs')], p_required => 2,
            p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z', p_duration => '01:00',
            p_slot_interval => '01:00'
        ) as c
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T08:00Z') $$,
    'one chair is taken, the other is not'
);

select * from finish();
rollback;
