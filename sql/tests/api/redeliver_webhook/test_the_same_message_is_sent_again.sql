begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.attempt('done', 200);

create temporary table message on commit drop as
select m.id, pg_temp.content(m.id) as content
from (select pg_temp.message_id() as id) as m;
select is_empty('select * from booking.lease_outbox(array[''webhook''], 10)', 'it was delivered');
call pg_temp.run('select booking_v1.redeliver_webhook(m.id) from message as m');
select results_eq(
    'select l.outbox_id, l.attempt from booking.lease_outbox(array[''webhook''], 10) as l',
    'select m.id, 1 from message as m', 'and is to be once more'
);
select is(pg_temp.content(m.id) ->> 'body', m.content ->> 'body', 'with the same body') from message as m;
select is(
    pg_temp.error_of('select booking_v1.redeliver_webhook(m.id) from message as m'), 'no error',
    'while it is being sent, that is enough'
);
select is_empty('select * from booking.lease_outbox(array[''webhook''], 10)', 'and nobody else sends it');
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
select is(
    pg_temp.error_of('select booking_v1.redeliver_webhook(m.id) from message as m'), '404 not_found p_delivery_id',
    'another tenant''s is not found'
);

select * from finish();
rollback;
