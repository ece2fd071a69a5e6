begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

select is_empty('select * from booking_v1.list_deliveries()', 'what has happened and waits to be told is none');
select is(
    pg_temp.error_of_call('list_deliveries', format('p_after => %L', o.outbox_id)), '400 invalid_argument p_after',
    'and so there is no page after it'
)
from booking.outbox as o
where o.tenant_id = pg_temp.id('shop') and o.kind = 'event';

select * from finish();
rollback;
