begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop();
call pg_temp.have_booking_for_each_command();
create temporary table before on commit drop as
select b.booking_id, to_jsonb(b) as booking from booking.booking as b where b.tenant_id = pg_temp.id('shop');

select is(
    pg_temp.answer(o) || ' ' || o.version, 'failed version_conflict 409 1',
    c.name || ': version 2 is expected of version 1, and that is told'
)
from command as c
cross join lateral pg_temp.act(c.name, pg_temp.booking_of(c.name), p_expected_version => 2) as o;
select set_eq(
    $$ select to_jsonb(b) from booking.booking as b where b.tenant_id = pg_temp.id('shop') $$,
    'select f.booking from before as f', 'the bookings are as they were'
);
select is(pg_temp.histories(), 3::bigint, 'and so are their histories');

select * from finish();
rollback;
