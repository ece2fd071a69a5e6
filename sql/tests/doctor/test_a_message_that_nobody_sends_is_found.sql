begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
select booking_v1.create_booking(
    'hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_email => 'zoe@example.org'
)::text;
select booking.dispatch_events()::text;
select is_empty('select * from booking.find_silent_notifications(pg_temp.id(''shop''))', 'messages are in the outbox');
delete from booking.outbox as o where o.kind = 'email';
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_silent_notifications' and d.tenant_id = pg_temp.id('shop')
    $$,
    'one is not'
);

select * from finish();
rollback;
