begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{1, 2}', p_opens => '00:00', p_closes => '00:00');

call pg_temp.set_policy('max_bookings_per_day', '1');

select is(pg_temp.answer(o), 'completed 200', 'Tuesday at midnight in Berlin')
from pg_temp.book('2026-06-08T22:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'an hour before it is Monday')
from pg_temp.book('2026-06-08T21:00Z') as o;
select is(pg_temp.answer(o), 'failed limit_reached 400', 'Tuesday has its booking')
from pg_temp.book('2026-06-09T08:00Z') as o;
select is(pg_temp.answer(o), 'failed limit_reached 400', 'and so has Monday')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
