begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

set local booking.now = '2026-06-08T07:30Z';

select results_eq(
    $$
        select c.starts_at, c.status
        from booking_v1.slot_calendar(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z'
        ) as c
    $$,
    $$
        values
            ('2026-06-08T07:00Z'::timestamptz, 'unavailable'),
            ('2026-06-08T08:00Z', 'unavailable'),
            ('2026-06-08T09:00Z', 'unavailable'),
            ('2026-06-08T10:00Z', 'available')
    $$,
    'the past and the next two hours are not to be had'
);

select * from finish();
rollback;
