begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, language, time_zone)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'mi', 'Pacific/Chatham');

create temporary table feed on commit drop as
select f.token from booking_v1.create_calendar_feed(p_customer_id => pg_temp.id('Zoe')) as f;
select lives_ok('select booking_v1.calendar(f.token) from feed as f', 'her calendar has an address');
select booking_v1.erase_customer('one', pg_temp.id('Zoe'))::text;
select throws_ok(
    'select booking_v1.calendar(f.token) from feed as f', 'PT404', 'not_found', 'where nothing is once she is erased'
);
set local booking.now = '2026-06-02T05:00Z';
select is(pg_temp.answer(o), 'completed 200', 'to erase somebody twice is no mistake')
from booking_v1.erase_customer('two', pg_temp.id('Zoe')) as o;
select is(c.erased_at, '2026-06-01T05:00Z'::timestamptz, 'and they were erased the first time')
from booking.customer as c
where c.customer_id = pg_temp.id('Zoe');
select row_eq(
    $$ select c.language::text, c.time_zone from booking.customer as c where c.customer_id = pg_temp.id('Zoe') $$,
    row(null::text, null::text), 'where they read what is kept nowhere either: few read that language there'
);

select * from finish();
rollback;
