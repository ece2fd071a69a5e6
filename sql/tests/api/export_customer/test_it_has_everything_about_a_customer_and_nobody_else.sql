begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'admin', booking.now());
create temporary table zoe on commit drop as
select u.customer_id from booking_v1.upsert_customer('Zoe', 'zoe@example.org', '123') as u;
call pg_temp.run($$ select booking_v1.upsert_customer('Yan', 'yan@example.org') $$);
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => z.customer_id,
    p_answers => '{"allergies": "nuts"}', p_notes => 'by the window', p_metadata => '{"crm": 7}'
)::text
from zoe as z;
select booking_v1.create_booking('his', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_email => 'yan@example.org')::text;
call pg_temp.have_booking('nobody''s', '2026-06-08T10:00Z');
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
create temporary table document on commit drop as
select booking_v1.export_customer(z.customer_id) as content from zoe as z;

select is(
    d.content -> 'customer',
    jsonb_build_object(
        'customer_id', z.customer_id, 'name', 'Zoe', 'email', 'zoe@example.org', 'phone', '123', 'subject', null,
        'created_at', d.content #> '{customer,created_at}', 'erased_at', null,
        'language', null, 'time_zone', null
    ),
    'who she is'
)
from document as d
cross join zoe as z;
select is(
    jsonb_path_query_array(d.content, '$.bookings[*].starts_at'), '["2026-06-08T08:00:00+00:00"]'::jsonb, 'her bookings only'
)
from document as d;
select is(
    array[d.content #> '{bookings,0,answers}', d.content #> '{bookings,0,notes}', d.content #> '{bookings,0,metadata}',
        d.content #> '{bookings,0,service_name}', d.content #> '{bookings,0,resource_names}',
        d.content #> '{bookings,0,history,0,kind}'],
    array['{"allergies": "nuts"}', '"by the window"', '{"crm": 7}', '"Cut"', '["Ada"]', '"created"']::jsonb[],
    'with all that is kept about them'
)
from document as d;
select is(
    jsonb_path_query_array(d.content, '$.accesses[*].function_name'), '["export_customer"]'::jsonb,
    'and who has read it: whoever exports it'
)
from document as d;
select is_empty(
    $$ select d.content from document as d where d.content::text ~* 'yan|tenant_id|actor_subject' $$,
    'nobody else is in it'
);
set local request.jwt.claims = '{"role": "service_role"}';
select is(
    pg_temp.error_of(format('select booking_v1.export_customer(%L)', gen_random_uuid())),
    '404 not_found p_customer_id', 'an unknown one cannot be exported'
);

select * from finish();
rollback;
