begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');

select results_eq(
    $$
        select h.weekday, h.start_time, h.end_time
        from booking_v1.set_weekly_hours(
            pg_temp.id('Ada'),
            '{
                "2": {"is_open": true, "start_time": "09:00", "end_time": "11:00"},
                "3": {"is_open": false, "start_time": "09:00", "end_time": "11:00"},
                "4": [{"start_time": "22:00", "end_time": "00:00"}, {"start_time": "07:00", "end_time": "08:00:00"}]
            }'
        ) as h
    $$,
    $$
        values (2, '09:00'::time, '11:00'::time), (4, '07:00', '08:00'), (4, '22:00', '00:00')
    $$,
    'one window, a free day, two windows'
);
select results_eq(
    $$ select pg_temp.starts('2026-06-08', '2026-06-15') $$,
    array['2026-06-09T07:00Z', '2026-06-09T08:00Z', '2026-06-11T05:00Z', '2026-06-11T20:00Z', '2026-06-11T21:00Z']::timestamptz[],
    'and so it can be booked'
);
select is(b.status, 'confirmed', 'the booking of before stays')
from booking_v1.get_booking(pg_temp.booking_of('first')) as b;

select * from finish();
rollback;
