begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop();
call pg_temp.have_booking_for_each_command();

select is(
    array[pg_temp.answer(a.outcome), (a.outcome).version::text], array['completed 200', '2'],
    c.name || ': version 1 becomes version 2'
)
from command as c
cross join lateral (
    select pg_temp.act(c.name, pg_temp.booking_of(c.name), p_expected_version => 1) as outcome offset 0
) as a;

select * from finish();
rollback;
