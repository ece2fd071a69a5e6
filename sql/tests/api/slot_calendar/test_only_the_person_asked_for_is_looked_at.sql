begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_closes => '11:00');

call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));

select results_eq(
    $$
        select c.starts_at, c.status
        from booking_v1.slot_calendar(
            p_service_id => pg_temp.id('Cut'), p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_resource_id => pg_temp.id('Ada')
        ) as c
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz, 'available'), ('2026-06-08T08:00Z', 'booked') $$,
    'Ada is booked at 10:00'
);
select results_eq(
    $$
        select c.starts_at, c.status
        from booking_v1.slot_calendar(
            p_service_id => pg_temp.id('Cut'), p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z',
            p_resource_id => pg_temp.id('Ben')
        ) as c
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz, 'available'), ('2026-06-08T08:00Z', 'available') $$,
    'Ben is not'
);

select * from finish();
rollback;
