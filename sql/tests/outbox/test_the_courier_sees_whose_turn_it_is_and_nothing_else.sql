begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
select is(
    pg_temp.error_as('booking_courier', 'select o.tenant_id, o.kind, o.status, o.due_at from booking.outbox as o'),
    'no error', 'whose, of what kind, and when'
);
select is(
    pg_temp.error_as('booking_courier', 'select o.payload from booking.outbox as o'), '42501', 'not what it is about'
);
select is(
    pg_temp.error_as('booking_courier', 'select t.name from booking.tenant as t'), '42501',
    'and nothing of another table'
);

select * from finish();
rollback;
