begin;
select plan(8);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');
call pg_temp.run($$ select booking_v1.upsert_date_override('2026-06-08') $$);

select is(pg_temp.error_of_call('upsert_date_override', c.arguments), c.error, c.what)
from (
    values
    ($$ null $$, '400 invalid_argument p_on_date', 'no date'),
    ($$ 'infinity' $$, '400 invalid_argument p_on_date', 'no day'),
    ($$ '2026-06-09', '10:00' $$, '400 invalid_argument p_end_time', 'a start without an end'),
    ($$ '2026-06-09', null, '10:00' $$, '400 invalid_argument p_end_time', 'an end without a start'),
    ($$ '2026-06-09', '24:00', '10:00' $$, '400 invalid_argument p_start_time', '24:00 is an end'),
    ($$ '2026-06-09', p_reason => repeat('x', 501) $$, '400 invalid_argument p_reason', 'a long reason'),
    ($$ '2026-06-08', '10:00', '12:00' $$, '400 invalid_argument p_on_date', 'a window on a date that is closed'),
    (
        $$ '2026-06-09', p_resource_id => pg_temp.id('Eve') $$,
        '404 not_found p_resource_id', 'somebody of another tenant'
    )
) as c (arguments, error, what);

select * from finish();
rollback;
