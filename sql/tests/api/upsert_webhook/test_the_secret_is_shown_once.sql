begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select matches(u.secret, '^whsec_[A-Za-z0-9+/]{43}=$', 'of a new one')
from booking_v1.upsert_webhook('https://example.org/a', p_webhook_id => pg_temp.id('hook')) as u;
select is(u.secret, null, 'not of one that is changed')
from booking_v1.upsert_webhook('https://example.org/b', p_webhook_id => pg_temp.id('hook')) as u;
select matches(u.secret, '^whsec_', 'again after a rotation')
from booking_v1.upsert_webhook(
    'https://example.org/b', p_rotate_secret => true, p_webhook_id => pg_temp.id('hook')
) as u;
select is(
    position(encode(w.secret, 'base64') in (select to_jsonb(l)::text from booking_v1.list_webhooks() as l)), 0,
    'and neither is in the list'
)
from booking.webhook_secret as w
where w.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
