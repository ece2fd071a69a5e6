begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.have_webhook('kept');
select booking_v1.send_test_webhook(pg_temp.id('kept'))::text;
call pg_temp.enter_shop('shop');
call pg_temp.have_webhook('gone');
select booking_v1.send_test_webhook(pg_temp.id('gone'))::text;
call pg_temp.attempt('dead', 410, 'the receiver answered 410');

create function pg_temp.has_alert(p_name text)
returns boolean
language sql
volatile
as $function$
    select exists (
        select from booking.open_alerts() as a
        where a.source = 'webhook ' || pg_temp.id(p_name) and a.code = 'webhook_disabled'
    )
$function$;

select ok(bool_and(pg_temp.has_alert(w.name)), 'each that was disabled is somebody''s to look at')
from (values ('gone'), ('kept')) as w (name);
select booking_v1.delete_tenant(pg_temp.id('shop'));
select ok(not pg_temp.has_alert('gone'), 'not once its tenant is deleted');
select ok(pg_temp.has_alert('kept'), 'that of another tenant is');

select * from finish();
rollback;
