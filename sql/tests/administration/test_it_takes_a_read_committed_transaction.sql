begin isolation level repeatable read;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$,
    'PT400', 'invalid_argument', 'an older snapshot could not see what was worked out, to forget it'
);
select throws_ok(
    $$ select booking_v1.delete_membership('Ada') $$,
    'PT400', 'invalid_argument', 'nor that the other owner is gone'
);
select throws_ok(
    $$ select booking.run_job('timetable') $$,
    'PT400', 'invalid_argument', 'nor could a job see what was changed before its locks'
);
select lives_ok(
    $$ select from booking_v1.available_slots(pg_temp.id('Cut'), '2026-06-08T00:00Z', '2026-06-09T00:00Z') $$,
    'what only reads is the same in any'
);

select * from finish();
rollback;
