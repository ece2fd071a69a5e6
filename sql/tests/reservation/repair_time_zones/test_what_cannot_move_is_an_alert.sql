begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(7);

call pg_temp.make_shop();
call pg_temp.have_booking('nine', '2026-06-08T07:00Z');
call pg_temp.have_booking('ten', '2026-06-08T08:00Z');
call pg_temp.have_booking('noon', '2026-06-08T10:00Z');
call pg_temp.rules_change('nine', '-1 hour');
call pg_temp.rules_change('ten', '-1 hour');
call pg_temp.rules_change('noon', '1 hour');
call pg_temp.have_booking('in the way', '2026-06-08T08:00Z');
select is(booking.repair_time_zones(), 3, 'three are wrong');
select results_eq(
    $$
        select b.starts_at, b.version
        from unnest(array['nine', 'ten', 'noon', 'in the way']) with ordinality as k (name, position)
        join booking.booking as b on b.booking_id = pg_temp.booking_of(k.name)
        order by k.position
    $$,
    $$ values ('2026-06-08T06:00Z'::timestamptz, 1), ('2026-06-08T07:00Z', 1), ('2026-06-08T10:00Z', 2), ('2026-06-08T08:00Z', 1) $$,
    'one is in the way of one, and that in the way of another; the third moves'
);
select is(
    (select count(*) from booking.claim as k where k.tenant_id = pg_temp.id('shop')), 4::bigint, 'all keep their claims'
);
select results_eq(
    $$ select a.source from booking.alert as a where a.code = 'time_zone_conflict' and a.resolved_at is null order by 1 $$,
    $$
        select 'booking ' || pg_temp.booking_of(k.name)
        from unnest(array['nine', 'ten']) as k (name)
        order by 1
    $$,
    'somebody has to look at the two'
);
set local booking.now = '2026-06-01T06:00Z';
select is(
    (booking_v1.cancel_booking('cancel', pg_temp.booking_of('in the way'))).status, 'completed', 'the way is free'
);
select is(booking.repair_time_zones(), 2, 'so they can move');
select is_empty(
    $$ select from booking.alert as a where a.code = 'time_zone_conflict' and a.resolved_at is null $$,
    'and nobody has to look any more'
);

select * from finish();
rollback;
