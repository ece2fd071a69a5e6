begin;
select plan(12);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('ten', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('two', '2026-06-08T12:00Z', pg_temp.id('Ada'));
call pg_temp.run($$ select booking.fill_timetable(pg_temp.id('shop'), 1000) $$);

select is(pg_temp.conflicts_while(c.change, c.undo), c.told || '; none', c.what)
from (
    values
    (
        'the shop opens at noon', 'ten outside_opening_hours',
        $$ select booking_v1.upsert_opening_hours(1, '12:00', '17:00', pg_temp.id('noon')) $$,
        $$ select booking_v1.delete_opening_hours(pg_temp.id('noon')) $$
    ),
    (
        'the shop is closed on that date', 'ten outside_opening_hours, two outside_opening_hours',
        $$ select booking_v1.upsert_date_override('2026-06-08', p_date_override_id => pg_temp.id('closed')) $$,
        $$ select booking_v1.delete_date_override(pg_temp.id('closed')) $$
    ),
    (
        'it is a holiday', 'ten holiday, two holiday',
        $$ select booking_v1.upsert_holiday('Whit', '2026-06-08', p_holiday_id => pg_temp.id('Whit')) $$,
        $$ select booking_v1.delete_holiday(pg_temp.id('Whit')) $$
    ),
    (
        'she comes later that day', 'ten outside_availability',
        $$
            select booking_v1.upsert_date_override(
                '2026-06-08', '10:30', '17:00', pg_temp.id('Ada'), p_date_override_id => pg_temp.id('later')
            )
        $$,
        $$ select booking_v1.delete_date_override(pg_temp.id('later')) $$
    ),
    (
        'she comes on other days', 'ten outside_availability, two outside_availability',
        $$
            select booking_v1.set_weekly_hours(
                pg_temp.id('Ada'), '{"2": {"is_open": true, "start_time": "09:00", "end_time": "17:00"}}'
            )
        $$,
        $$
            select booking_v1.set_weekly_hours(
                pg_temp.id('Ada'), '{"1": {"is_open": true, "start_time": "09:00", "end_time": "17:00"}}'
            )
        $$
    ),
    (
        'she is away for an hour', 'ten time_off',
        $$
            select booking_v1.upsert_time_off(
                pg_temp.id('Ada'), '2026-06-08', p_start_time => '10:45', p_end_time => '11:45',
                p_time_off_id => pg_temp.id('dentist')
            )
        $$,
        $$ select booking_v1.delete_time_off(pg_temp.id('dentist')) $$
    ),
    (
        'she works in Tokyo', 'ten outside_availability, two outside_availability',
        $$ select booking_v1.upsert_resource('Ada', 'staff', 'Asia/Tokyo', p_resource_id => pg_temp.id('Ada')) $$,
        $$ select booking_v1.upsert_resource('Ada', 'staff', 'Europe/Berlin', p_resource_id => pg_temp.id('Ada')) $$
    ),
    (
        'she is not in use', 'ten no_resource, two no_resource',
        $$ select booking_v1.upsert_resource('Ada', 'staff', p_is_active => false, p_resource_id => pg_temp.id('Ada')) $$,
        $$ select booking_v1.upsert_resource('Ada', 'staff', p_is_active => true, p_resource_id => pg_temp.id('Ada')) $$
    ),
    (
        'others serve it', 'ten no_resource, two no_resource',
        $$ select booking_v1.upsert_service('Cut', '01:00', array[pg_temp.id('Ben')], p_service_id => pg_temp.id('Cut')) $$,
        $$
            select booking_v1.upsert_service(
                'Cut', '01:00', array[pg_temp.id('Ada'), pg_temp.id('Ben')], p_service_id => pg_temp.id('Cut')
            )
        $$
    ),
    (
        'to prepare she would have to come earlier', 'ten outside_availability',
        $$ select booking_v1.upsert_service('Cut', '01:00', p_buffer_before => '01:05', p_service_id => pg_temp.id('Cut')) $$,
        $$ select booking_v1.upsert_service('Cut', '01:00', p_buffer_before => '01:00', p_service_id => pg_temp.id('Cut')) $$
    ),
    (
        'to clear up she would have to stay', 'two outside_availability',
        $$ select booking_v1.upsert_service('Cut', '01:00', p_buffer_after => '02:05', p_service_id => pg_temp.id('Cut')) $$,
        $$ select booking_v1.upsert_service('Cut', '01:00', p_buffer_after => '02:00', p_service_id => pg_temp.id('Cut')) $$
    ),
    (
        'somebody else is away', 'none',
        $$ select booking_v1.upsert_time_off(pg_temp.id('Ben'), '2026-06-08', p_time_off_id => pg_temp.id('his')) $$,
        $$ select booking_v1.delete_time_off(pg_temp.id('his')) $$
    )
) as c (what, told, change, undo);

select * from finish();
rollback;
