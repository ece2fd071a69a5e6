begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08 11:00', '2026-06-08 12:00');

select results_eq(
    $$
        select c.starts_at, c.ends_at, c.status
        from booking_v1.slot_calendar(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z'
        ) as c
    $$,
    $$
        values
            ('2026-06-08T07:00Z'::timestamptz, '2026-06-08T08:00Z'::timestamptz, 'available'),
            ('2026-06-08T08:00Z', '2026-06-08T09:00Z', 'booked'),
            ('2026-06-08T09:00Z', '2026-06-08T10:00Z', 'unavailable'),
            ('2026-06-08T10:00Z', '2026-06-08T11:00Z', 'available')
    $$,
    'free, booked, away, free'
);

select * from finish();
rollback;
