begin;
select plan(23);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(pg_temp.error_of_call('upsert_service', c.arguments), c.error, c.what)
from (
    values
    ($$ ' ', '01:00' $$, '400 invalid_argument p_name', 'a blank name'),
    ($$ 'X', '00:00' $$, '400 invalid_argument p_duration', 'no duration'),
    ($$ 'X', '-01:00' $$, '400 invalid_argument p_duration', 'a negative one'),
    ($$ 'X', null $$, '400 invalid_argument p_duration', 'none at all'),
    ($$ 'X', '1 month' $$, '400 invalid_argument p_duration', 'months are not exact'),
    ($$ 'X', '1 year -8000:00' $$, '400 invalid_argument p_duration', 'nor are years'),
    ($$ 'X', '745:00' $$, '400 invalid_argument p_duration', 'too long'),
    ($$ 'X', '01:00', p_slot_interval => '00:00' $$, '400 invalid_argument p_slot_interval', 'no interval'),
    (
        $$ 'X', '01:00', p_slot_interval => '00:01:30' $$,
        '400 invalid_argument p_slot_interval', 'seconds in the interval'
    ),
    (
        $$ 'X', '01:00', p_slot_interval => '25:00' $$,
        '400 invalid_argument p_slot_interval', 'an interval of more than a day'
    ),
    (
        $$ 'X', '01:00', p_slot_interval => '00:15', p_slot_offset => '00:15' $$,
        '400 invalid_argument p_slot_offset', 'an offset as long as the interval'
    ),
    (
        $$ 'X', '01:00', p_slot_interval => '00:15', p_slot_offset => '00:00:30' $$,
        '400 invalid_argument p_slot_offset', 'seconds in the offset'
    ),
    ($$ 'X', '01:00', p_buffer_before => '-00:05' $$, '400 invalid_argument p_buffer_before', 'a negative buffer'),
    ($$ 'X', '01:00', p_buffer_after => '1 day 1:00' $$, '400 invalid_argument p_buffer_after', 'a long buffer'),
    (
        $$ 'X', '01:00', p_allowed_durations => '{00:30,null}' $$,
        '400 invalid_argument p_allowed_durations', 'a duration that is null'
    ),
    (
        $$ 'X', '01:00', p_allowed_durations => '{00:00}' $$,
        '400 invalid_argument p_allowed_durations', 'a duration of nothing'
    ),
    ($$ 'X', '01:00', p_price => -1 $$, '400 invalid_argument p_price', 'a negative price'),
    ($$ 'X', '01:00', p_price => 'NaN' $$, '400 invalid_argument p_price', 'a price that is none'),
    ($$ 'X', '01:00', p_price => 1e12 $$, '400 invalid_argument p_price', 'a price beyond all'),
    ($$ 'X', '01:00', p_price => 0.00001 $$, '400 invalid_argument p_price', 'a fraction of what is paid in'),
    ($$ 'X', '01:00', p_currency => 'euro' $$, '400 invalid_argument p_currency', 'no currency'),
    ($$ 'X', '01:00', p_max_party_size => 0 $$, '400 invalid_argument p_max_party_size', 'nobody'),
    ($$ 'X', '01:00', p_resource_ids => '{null}' $$, '400 invalid_argument p_resource_ids', 'a resource that is null')
) as c (arguments, error, what);

select * from finish();
rollback;
