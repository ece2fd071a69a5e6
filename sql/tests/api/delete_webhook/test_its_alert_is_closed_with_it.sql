begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook('gone');
call pg_temp.have_webhook('changed');
call pg_temp.have_webhook('kept');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
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
from (values ('gone'), ('changed'), ('kept')) as w (name);
select booking_v1.delete_webhook(pg_temp.id('gone'));
select ok(not pg_temp.has_alert('gone'), 'not once it is deleted');
call pg_temp.have_webhook('changed');
select ok(not pg_temp.has_alert('changed'), 'nor once it was looked at');
select ok(pg_temp.has_alert('kept'), 'the other is');

select * from finish();
rollback;
