begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create function pg_temp.signatures()
returns integer
language sql
as $function$
    select array_length(string_to_array(pg_temp.content(pg_temp.message_id()) #>> '{headers,webhook-signature}', ' '), 1)
$function$;

select is(pg_temp.signatures(), 1, 'by its only secret');
select isnt(u.secret, null, 'another is made')
from booking_v1.upsert_webhook('https://example.org', p_rotate_secret => true, p_webhook_id => pg_temp.id('hook')) as u;
select is(pg_temp.signatures(), 2, 'by both');
call pg_temp.wait_until('2026-06-02T05:00Z');
select is(pg_temp.signatures(), 1, 'a day later by the new one');

select * from finish();
rollback;
