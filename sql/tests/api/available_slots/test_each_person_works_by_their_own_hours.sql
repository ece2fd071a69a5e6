begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_closes => '11:00');
update booking.weekly_hours as h set start_time = '10:00', end_time = '12:00' where h.resource_id = pg_temp.id('Ben');

select results_eq(
    $$
        select s.starts_at, array_length(s.resource_ids, 1), s.resource_ids @> array[pg_temp.id('Ada')]
        from booking_v1.available_slots(pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z') as s
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz, 1, true), ('2026-06-08T08:00Z', 2, true), ('2026-06-08T09:00Z', 1, false) $$,
    'Ada from 9, Ben from 10'
);

select * from finish();
rollback;
