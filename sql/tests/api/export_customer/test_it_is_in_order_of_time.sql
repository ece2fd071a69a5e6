begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');
select booking_v1.create_booking(b.key, pg_temp.id('Cut'), b.starts_at, p_customer_id => pg_temp.id('Zoe'))::text
from (
    values
    ('second', '2026-06-15T08:00Z'::timestamptz), ('first', '2026-06-08T09:00Z'), ('third', '2026-06-22T08:00Z')
) as b (key, starts_at);
select booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T08:00Z')::text;
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('first'))::text;
create temporary table document on commit drop as
select booking_v1.export_customer(pg_temp.id('Zoe')) as content;

select is(
    jsonb_path_query_array(d.content, '$.bookings[*].starts_at'),
    '["2026-06-08T08:00:00+00:00", "2026-06-15T08:00:00+00:00", "2026-06-22T08:00:00+00:00"]'::jsonb, 'bookings'
)
from document as d;
select is(
    jsonb_path_query_array(d.content, '$.bookings[0].history[*].kind'),
    '["created", "rescheduled", "cancelled"]'::jsonb,
    'and what happened to them'
)
from document as d;

select * from finish();
rollback;
