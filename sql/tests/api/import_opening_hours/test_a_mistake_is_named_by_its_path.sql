begin;
select plan(18);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '10:00', '16:00') $$);

select is(pg_temp.error_of_call('import_opening_hours', c.arguments), c.error, c.what)
from (
    values
    ($$ '[]' $$, '400 invalid_argument p_hours', 'a list'),
    ($$ '"x"' $$, '400 invalid_argument p_hours', 'a text'),
    ($$ '{}' $$, '400 invalid_argument p_hours', 'no day that is open'),
    ($$ '{"1": {"is_open": false}, "2": []}' $$, '400 invalid_argument p_hours', 'only closed days'),
    ($$ '{"7": {"is_open": false}}' $$, '400 invalid_argument p_hours.7', 'no weekday'),
    ($$ '{"Monday": []}' $$, '400 invalid_argument p_hours.Monday', 'a word'),
    ($$ '{"1": "09:00-18:00"}' $$, '400 invalid_argument p_hours.1', 'a text for a day'),
    ($$ '{"1": null}' $$, '400 invalid_argument p_hours.1', 'null for a day'),
    (
        $$ '{"1": {"is_open": "yes", "start_time": "09:00", "end_time": "18:00"}}' $$,
        '400 invalid_argument p_hours.1.is_open', 'a text for a truth'
    ),
    (
        $$ '{"1": {"open": true, "start_time": "09:00", "end_time": "18:00"}}' $$,
        '400 invalid_argument p_hours.1.open', 'a field there is not'
    ),
    ($$ '{"1": {"is_open": true, "end_time": "18:00"}}' $$, '400 invalid_argument p_hours.1.start_time', 'no start'),
    (
        $$ '{"1": {"is_open": true, "start_time": "9", "end_time": "18:00"}}' $$,
        '400 invalid_argument p_hours.1.start_time', 'no time'
    ),
    (
        $$ '{"1": {"is_open": true, "start_time": "24:00", "end_time": "18:00"}}' $$,
        '400 invalid_argument p_hours.1.start_time', '24:00 is an end'
    ),
    (
        $$ '{"1": {"is_open": true, "start_time": "09:00", "end_time": 18}}' $$,
        '400 invalid_argument p_hours.1.end_time', 'a number'
    ),
    (
        $$ '{"5": [{"start_time": "09:00", "end_time": "12:00"}, {"start_time": "13:00", "end_time": "25:00"}]}' $$,
        '400 invalid_argument p_hours.5[1].end_time', 'the second window'
    ),
    (
        $$ '{"5": [{"start_time": "09:00", "end_time": "12:00"}, {"start_time": "09:00", "end_time": "13:00"}]}' $$,
        '400 invalid_argument p_hours.5[1].start_time', 'two that begin at once'
    ),
    ($$ null $$, '400 invalid_argument p_hours', 'nothing')
) as c (arguments, error, what);
select results_eq(
    $$ select h.weekday from booking_v1.list_opening_hours() as h $$, array[1], 'and what there was is still there'
);

select * from finish();
rollback;
