begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_weekdays => '{0, 1, 2, 3, 4, 5, 6}', p_opens => '22:00', p_closes => '06:00');
-- over midnight in Berlin and over the end of the month in UTC
call pg_temp.have_booking('first', '2026-06-30T21:00Z');
call pg_temp.have_booking('second', '2026-06-30T22:00Z');
call pg_temp.have_booking('third', '2026-06-30T23:00Z');
update booking.booking set ends_at = ends_at + interval '30 minutes' where booking_id = pg_temp.booking_of('third');
call pg_temp.run($$ select booking.fill_timetable(pg_temp.id('shop'), 1000) $$);

select is(pg_temp.conflicts(), 'none', 'midnight and the end of a month part nothing');
select is(
    pg_temp.conflicts_while(
        $$ select booking_v1.upsert_date_override('2026-07-01', p_date_override_id => pg_temp.id('closed')) $$,
        $$ select booking_v1.delete_date_override(pg_temp.id('closed')) $$
    ),
    'second outside_opening_hours, third outside_opening_hours; none', 'a date that is closed ends the night at midnight'
);
select is(
    pg_temp.conflicts_while(
        $$ select booking_v1.upsert_holiday('H', '2026-06-30', p_holiday_id => pg_temp.id('H')) $$,
        $$ select booking_v1.delete_holiday(pg_temp.id('H')) $$
    ),
    'first holiday; none', 'a holiday does, too'
);

select * from finish();
rollback;
