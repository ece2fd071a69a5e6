begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(2);

call pg_temp.make_reminding_shop();
update booking.resource as r set units = 2 where r.tenant_id = pg_temp.id('shop');
call pg_temp.have_appointment('Cleo', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Dan', '2026-06-08T08:00Z');
-- he can't be told yet when she is
update booking.customer as c set email = null where c.tenant_id = pg_temp.id('shop') and c.name = 'Dan';
select is(pg_temp.reminders_at('2026-06-07T08:00Z'), array['Cleo 1440 min'], 'she is reminded');
update booking.customer as c set email = 'dan@example.org' where c.tenant_id = pg_temp.id('shop') and c.name = 'Dan';
select is(pg_temp.reminders_at('2026-06-07T08:01Z'), array['Dan 1440 min'], 'that is not a reminder of his');

select * from finish();
rollback;
