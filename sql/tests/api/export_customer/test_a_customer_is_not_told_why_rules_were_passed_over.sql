begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'ada', 'admin', booking.now());
insert into booking.customer (tenant_id, customer_id, name, subject)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe');
select booking_v1.create_booking('hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('Zoe'))::text;
select booking_v1.cancel_booking(
    'gone', pg_temp.booking_of('hers'), p_reason => 'sorry', p_override_reason => 'Ada is ill'
)::text;

set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select is(
    jsonb_path_query_array(booking_v1.export_customer(), '$.bookings[*].history[*].changes.override_reason'), '[]'::jsonb,
    'why a deadline was passed over is not in what she exports herself'
);
select is(
    jsonb_path_query_array(booking_v1.export_customer(), '$.bookings[*].history[*].changes.reason'), '["sorry"]'::jsonb,
    'why her booking was cancelled is'
);
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
select is(
    jsonb_path_query_array(
        booking_v1.export_customer(pg_temp.id('Zoe')), '$.bookings[*].history[*].changes.override_reason'
    ),
    '["Ada is ill"]'::jsonb,
    'an admin''s export has all that is kept'
);

select * from finish();
rollback;
