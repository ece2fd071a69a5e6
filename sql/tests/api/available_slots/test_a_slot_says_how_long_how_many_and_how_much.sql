begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
update booking.service set price = 42.50, currency = 'CHF', allowed_durations = '{02:00}'
where tenant_id = pg_temp.id('shop');

select row_eq(
    $$
        select s.ends_at, cardinality(s.resource_ids), s.seats_left, s.price, s.currency
        from booking_v1.available_slots(
            pg_temp.id('Cut'), '2026-06-08T07:00Z', '2026-06-08T08:00Z', p_duration => '02:00'
        ) as s
    $$,
    row('2026-06-08T09:00Z'::timestamptz, 2, 2, 42.50, 'CHF'::text),
    'until when, with whom, how many are left, and the price of the service'
);

select * from finish();
rollback;
