begin;
select plan(11);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');
call pg_temp.run($$ select booking_v1.upsert_holiday('Fair', '2026-06-09') $$);
call pg_temp.run($$ select booking_v1.upsert_holiday('Fast', '2026-06-09', p_holiday_id => pg_temp.id('fast')) $$);

select is(pg_temp.error_of_call('upsert_holiday', c.arguments), c.error, c.what)
from (
    values
    ($$ ' ', '2026-06-08' $$, '400 invalid_argument p_name', 'a blank name'),
    ($$ 'Fair', null $$, '400 invalid_argument p_starts_on', 'no date'),
    ($$ 'Fair', '-infinity' $$, '400 invalid_argument p_starts_on', 'no day'),
    ($$ 'Fair', '2026-06-08', '2026-06-07' $$, '400 invalid_argument p_ends_on', 'an end before its start'),
    ($$ 'Fair', '2026-06-08', '2027-06-08' $$, '400 invalid_argument p_ends_on', 'a year'),
    ($$ 'Fair', '2026-06-08', 'infinity' $$, '400 invalid_argument p_ends_on', 'for ever'),
    ($$ 'Fair', '2026-06-08', p_kind => 'party' $$, '400 invalid_argument p_kind', 'a kind there is not'),
    (
        $$ 'Fair', '2026-06-08', p_description => repeat('x', 2001) $$,
        '400 invalid_argument p_description', 'a long description'
    ),
    ($$ 'Fair', '2026-06-08', p_resource_ids => '{null}' $$, '400 invalid_argument p_resource_ids', 'nobody'),
    (
        $$ 'Fair', '2026-06-09', p_holiday_id => pg_temp.id('fast') $$,
        '400 invalid_argument p_name', 'the name of another on that date'
    ),
    (
        $$ 'Fair', '2026-06-08', p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Eve')] $$,
        '404 not_found p_resource_ids', 'somebody of another tenant'
    )
) as c (arguments, error, what);

select * from finish();
rollback;
