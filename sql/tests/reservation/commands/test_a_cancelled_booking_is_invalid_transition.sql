begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop();
call pg_temp.have_booking_for_each_command();
call pg_temp.run($$ select booking_v1.cancel_booking(c.name || ' first', pg_temp.booking_of(c.name)) from command as c $$);
create temporary table before on commit drop as
select b.booking_id, to_jsonb(b) as booking from booking.booking as b where b.tenant_id = pg_temp.id('shop');

select is(
    pg_temp.answer(pg_temp.act(c.name, pg_temp.booking_of(c.name))), 'failed invalid_transition 409',
    c.name || ': nothing comes after the end'
)
from command as c;
select set_eq(
    $$ select to_jsonb(b) from booking.booking as b where b.tenant_id = pg_temp.id('shop') $$,
    'select f.booking from before as f', 'the bookings are as they were'
);
select is(pg_temp.histories(), 6::bigint, 'and so are their histories');

select * from finish();
rollback;
