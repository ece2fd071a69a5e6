begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.resource set units = 2 where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select results_eq(
    $$
        select s.starts_at, s.seats_left
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T07:00Z',
            p_to => '2026-06-08T09:00Z'
        ) as s
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz, 2), ('2026-06-08T08:00Z', 1) $$,
    'one is left where one is taken'
);

select * from finish();
rollback;
