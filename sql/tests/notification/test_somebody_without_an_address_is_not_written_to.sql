begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
select booking_v1.create_booking(
    'his', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'Yan', p_customer_phone => '123'
)::text;

select set_eq(
    $$ select * from pg_temp.told() $$, array['provider_booked to Ada at work'], 'nothing is queued'
);
call pg_temp.zoe_books('hers', '2026-06-08T10:00Z');
call pg_temp.dispatch();
select booking_v1.erase_customer('forget', pg_temp.customer('Zoe'))::text;
select is(pg_temp.content_of('booking_confirmed'), null, 'what was queued is not sent to somebody erased');

select * from finish();
rollback;
