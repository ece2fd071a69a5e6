begin;
select plan(11);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 2, '2026-06-08', '2026-06-09', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'more people than named'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 0, '2026-06-08', '2026-06-09', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'nobody required'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots('{}', 1, '2026-06-08', '2026-06-09', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'nobody named'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(null, 1, '2026-06-08', '2026-06-09', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'null for people'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-09', '2026-06-08', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'an end before the start'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2027-06-08', '01:00') as c
    $$,
    'PT400', 'invalid_argument', 'a year-long window'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '00:00') as c
    $$,
    'PT400', 'invalid_argument', 'no duration'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '-01:00') as c
    $$,
    'PT400', 'invalid_argument', 'a negative duration'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '01:00', 1000000) as c
    $$,
    'PT400', 'invalid_argument', 'a million rows'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('Ada')], 1, '2026-06-08', '2026-06-09', '01:00', 1, '00:00') as c
    $$,
    'PT400', 'invalid_argument', 'a grid of nothing'
);
select throws_ok(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(array[pg_temp.id('nobody')], 1, '2026-06-08', '2026-06-09', '01:00') as c
    $$,
    'PT404', 'not_found', 'somebody unknown'
);

select * from finish();
rollback;
