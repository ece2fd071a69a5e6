begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
-- a shop in Berlin, with Ada there and Ben in New York
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_weekdays => '{0, 1, 2, 3, 4, 5, 6}', p_opens => '00:00', p_closes => '00:00');
update booking.resource as r set time_zone = 'America/New_York' where r.resource_id = pg_temp.id('Ben');
call pg_temp.set_policy('advance_booking_limit_days', '366');
call pg_temp.have_booking('hers', '2026-06-08T02:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T03:00Z', pg_temp.id('Ben'));
-- the nights on which clocks change in Berlin; autumn's hour from two to three is there twice
call pg_temp.have_booking('autumn', '2026-10-25T01:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('spring', '2027-03-28T01:00Z', pg_temp.id('Ada'));

select is(
    pg_temp.conflicts_while(
        $$ select booking_v1.upsert_holiday('H', '2026-06-08', p_holiday_id => pg_temp.id('H')) $$,
        $$ select booking_v1.delete_holiday(pg_temp.id('H')) $$
    ),
    'hers holiday; none', 'in New York it is still the day before'
);
select is(
    pg_temp.conflicts_while(
        $$ select booking_v1.upsert_date_override('2026-06-08', '05:30', '23:00', p_date_override_id => pg_temp.id('O')) $$,
        $$ select booking_v1.delete_date_override(pg_temp.id('O')) $$
    ),
    'hers outside_opening_hours, his outside_opening_hours; none', 'the shop opens by its own clock'
);
select is(
    pg_temp.conflicts_while(
        format(
            'select booking_v1.upsert_time_off(%L, %L, p_start_time => %L, p_end_time => %L, p_time_off_id => %L)',
            pg_temp.id('Ada'), c.on_date, c.start_time, c.end_time, pg_temp.id('off')
        ),
        $$ select booking_v1.delete_time_off(pg_temp.id('off')) $$
    ),
    c.told || '; none', c.what
)
from (
    values
    ('2026-10-25', '01:00', '02:00', 'none', 'two o''clock is the first of two, and the second hour is free'),
    ('2026-10-25', '02:30', '03:00', 'autumn time_off', 'three o''clock is after both'),
    ('2027-03-28', '02:30', '03:00', 'none', 'half past two is half past three, which is after three')
) as c (on_date, start_time, end_time, told, what);

select * from finish();
rollback;
