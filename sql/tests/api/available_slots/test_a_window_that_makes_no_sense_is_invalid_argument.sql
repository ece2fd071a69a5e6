begin;
select plan(8);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

prepare slots (timestamptz, timestamptz) as
select s.starts_at from booking_v1.available_slots(pg_temp.id('Cut'), $1, $2) as s;

select throws_ok(
    $$ execute slots('2026-06-09', '2026-06-08') $$,
    'PT400', 'invalid_argument', 'an end before its start'
);
select throws_ok(
    $$ execute slots('2026-06-08', '2026-06-08') $$,
    'PT400', 'invalid_argument', 'no time at all'
);
select throws_ok(
    $$ execute slots('2026-06-08', '2027-06-08') $$,
    'PT400', 'invalid_argument', 'a whole year'
);
select throws_ok(
    $$ execute slots('2026-06-08', 'infinity') $$,
    'PT400', 'invalid_argument', 'forever'
);
select throws_ok(
    $$ execute slots('0001-01-01', '0001-01-08') $$,
    'PT400', 'invalid_argument', 'a week of the year 1'
);
select throws_ok(
    $$ execute slots(null, '2026-06-08') $$,
    'PT400', 'invalid_argument', 'no start'
);
select throws_ok(
    $$ execute slots('2026-06-08', null) $$,
    'PT400', 'invalid_argument', 'no end'
);
select lives_ok(
    $$ execute slots('2026-06-08', '2026-12-24') $$,
    'half a year will do'
);
deallocate slots;

select * from finish();
rollback;
