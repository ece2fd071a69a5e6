begin;
select plan(20);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of($$ select booking_v1.upsert_service(' ', '01:00') $$),
    '400 invalid_argument p_name', 'a blank name'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '00:00') $$),
    '400 invalid_argument p_duration', 'no duration'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '-01:00') $$),
    '400 invalid_argument p_duration', 'a negative one'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', null) $$),
    '400 invalid_argument p_duration', 'none at all'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '1 day') $$),
    '400 invalid_argument p_duration', 'days are not exact'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '1 month') $$),
    '400 invalid_argument p_duration', 'nor are months'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '745:00') $$),
    '400 invalid_argument p_duration', 'too long'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_slot_interval => '00:00') $$),
    '400 invalid_argument p_slot_interval', 'no interval'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_slot_interval => '00:01:30') $$),
    '400 invalid_argument p_slot_interval', 'seconds in the interval'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_slot_interval => '25:00') $$),
    '400 invalid_argument p_slot_interval', 'an interval of more than a day'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_slot_interval => '00:15', p_slot_offset => '00:15') $$),
    '400 invalid_argument p_slot_offset', 'an offset as long as the interval'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_buffer_before => '-00:05') $$),
    '400 invalid_argument p_buffer_before', 'a negative buffer'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_buffer_after => '1 day') $$),
    '400 invalid_argument p_buffer_after', 'a buffer in days'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_allowed_durations => '{00:30,null}') $$),
    '400 invalid_argument p_allowed_durations', 'a duration that is null'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_allowed_durations => '{00:00}') $$),
    '400 invalid_argument p_allowed_durations', 'a duration of nothing'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_price => -1) $$),
    '400 invalid_argument p_price', 'a negative price'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_price => 'NaN') $$),
    '400 invalid_argument p_price', 'a price that is none'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_currency => 'euro') $$),
    '400 invalid_argument p_currency', 'no currency'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_max_party_size => 0) $$),
    '400 invalid_argument p_max_party_size', 'nobody'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_service('X', '01:00', p_resource_ids => '{null}') $$),
    '400 invalid_argument p_resource_ids', 'a resource that is null'
);

select * from finish();
rollback;
