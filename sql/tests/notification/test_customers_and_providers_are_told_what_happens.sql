begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');

select set_eq(
    $$ select * from pg_temp.told() $$, array['booking_confirmed to Zoe', 'provider_booked to Ada at work'],
    'that it was booked'
);
create temporary table before on commit drop as select * from pg_temp.told();
select booking_v1.reschedule_booking('move', pg_temp.booking_of('hers'), '2026-06-08T10:00Z')::text;
select set_eq(
    $$ select * from pg_temp.told() except select * from before $$,
    array['booking_rescheduled to Zoe', 'provider_rescheduled to Ada at work'], 'that it was moved'
);
select booking_v1.cancel_booking('end', pg_temp.booking_of('hers'))::text;
select set_has(
    $$ select * from pg_temp.told() $$,
    $$ values ('booking_cancelled to Zoe'), ('provider_cancelled to Ada at work') $$, 'that it was cancelled'
);
call pg_temp.have_booking('walk-in', '2026-06-08T12:00Z');
select is(
    (select count(*) from pg_temp.told() as t where t like '%booked%'), 2::bigint,
    'of a walk-in only who serves them'
);

select * from finish();
rollback;
