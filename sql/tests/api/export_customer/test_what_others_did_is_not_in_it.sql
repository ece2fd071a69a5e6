begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'admin', booking.now());
create temporary table somebody (name, customer_id) on commit drop as
select n.name, booking_v1.upsert_customer(n.name, n.name || '@example.org')
from (values ('Zoe'), ('Yan')) as n (name);
select booking_v1.create_booking(
    s.name, pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => s.customer_id,
    p_resource_id => pg_temp.id(case s.name when 'Zoe' then 'Ada' else 'Ben' end)
)::text
from somebody as s;
select booking_v1.set_message_preference(false, 'reminder', p_customer_id => s.customer_id)::text
from somebody as s
where s.name = 'Yan';
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
select booking_v1.export_customer(s.customer_id)::text from somebody as s where s.name = 'Yan';
create temporary table document on commit drop as
select booking_v1.export_customer(s.customer_id) as content from somebody as s where s.name = 'Zoe';

select is(jsonb_array_length(d.content -> 'bookings'), 1, 'one booking') from document as d;
select is(
    array[d.content #> '{bookings,0,service_name}', d.content #> '{bookings,0,resource_names}'],
    array['"Cut"', '["Ada"]']::jsonb[], 'with who serves it'
)
from document as d;
select is(jsonb_array_length(d.content #> '{bookings,0,history}'), 1, 'and its own history') from document as d;
select is(jsonb_array_length(d.content -> 'accesses'), 1, 'who has read about her') from document as d;
select is(d.content -> 'message_preferences', '[]', 'her own preferences, of which there are none') from document as d;

select * from finish();
rollback;
