begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
\ir ../../helpers/secrets.sql
call pg_temp.make_shop();
call pg_temp.rotate('first');
call pg_temp.rotate('second');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

select is(pg_temp.signed_by(), '{second,first}', 'during a rotation');
select is(u.secret, null, 'without another rotation')
from booking_v1.upsert_webhook(
    'https://example.org/', p_webhook_id => pg_temp.id('hook'), p_revoke_old_secrets => true
) as u;
select is(pg_temp.signed_by(), '{second}', 'the old one ends, the present one goes on');
call pg_temp.rotate('third', p_revoke_old_secrets => true);
select is(pg_temp.signed_by(), '{third}', 'with one the present one ends, too');

select * from finish();
rollback;
