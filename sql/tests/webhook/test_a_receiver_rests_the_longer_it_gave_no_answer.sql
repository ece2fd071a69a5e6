begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('one', '2026-06-08T08:00Z');
do 'begin perform booking.dispatch_events(); end';

create function pg_temp.rest_after(p_failing interval)
returns interval
language plpgsql
as $function$
begin
    update booking.webhook as w
    set failing_since = booking.now() - p_failing, rests_until = null
    where w.webhook_id = pg_temp.id('hook');
    update booking.outbox as o set due_at = booking.now() where o.kind = 'webhook';
    perform booking.report_webhook(l.tenant_id, l.outbox_id, l.lease_id, 'retry')
    from booking.lease_outbox(array['webhook'], 1) as l;
    return (select w.rests_until - booking.now() from booking.webhook as w where w.webhook_id = pg_temp.id('hook'));
end
$function$;

select is(pg_temp.rest_after(f.failing), f.rest, format('after %s', f.failing))
from (
    values (interval '1 minute', interval '30 seconds'), ('10 minutes', '1 minute'), ('5 hours', '10 minutes')
) as f (failing, rest);

select * from finish();
rollback;
