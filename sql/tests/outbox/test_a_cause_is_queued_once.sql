begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');

call pg_temp.queue('{a,a,b}');
select bag_eq('select o.key from booking.outbox as o', $$ values ('a'), ('b') $$, 'one of each key');
call pg_temp.queue('{a}', 'other');
select is(pg_temp.lease(), '{a,a,b}', 'of each tenant');
call pg_temp.have_reported('b', 'done');
call pg_temp.queue('{b}');
select is(pg_temp.lease(), '{}', 'and not again when it is done');

select * from finish();
rollback;
