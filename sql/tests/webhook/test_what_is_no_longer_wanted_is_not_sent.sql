begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
create temporary table message on commit drop as
select pg_temp.message_id() as id;

select isnt(pg_temp.content(m.id), null, 'while there is somebody to tell, it is') from message as m;
call pg_temp.have_webhook(p_is_active => false);
select is(pg_temp.content(m.id), null, 'not to one that is not active') from message as m;
call pg_temp.have_webhook();
select booking_v1.delete_webhook(pg_temp.id('hook'))::text;
select is(pg_temp.content(m.id), null, 'nor to one that was deleted') from message as m;

select * from finish();
rollback;
