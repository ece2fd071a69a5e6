begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.have_webhook('another''s');
call pg_temp.make_shop();
call pg_temp.have_webhook();

select is(pg_temp.error_of_call('delete_webhook', format('%L', w.webhook_id)), w.error, w.what)
from (
    values
    (1, pg_temp.id('nobody''s'), '404 not_found p_webhook_id', 'an id that nobody has'),
    (2, pg_temp.id('another''s'), '404 not_found p_webhook_id', 'another tenant''s'),
    (3, pg_temp.id('hook'), 'no error', 'its own is deleted'),
    (4, pg_temp.id('hook'), '404 not_found p_webhook_id', 'and then is gone')
) as w (position, webhook_id, error, what)
order by w.position;

select * from finish();
rollback;
