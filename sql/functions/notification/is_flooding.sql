-- Visitors can give a stranger's address, book and cancel without end, and so have the stranger flooded with messages;
-- or give a stranger's number, each time with another address, so for SMS all customers of that number count. Only
-- messages about what visitors did are counted, and only customers are protected: see untimely.
create or replace function booking.is_flooding(p_notification booking.notification)
returns boolean
language sql
volatile
as $function$
    select
        coalesce(bool_or(n.notification_id = (p_notification).notification_id), false)
        and count(*) filter (where n.sent_at > booking.now() - interval '1 hour') >= 20
    from booking.customer as c
    join booking.customer as s
        on
            s.tenant_id = c.tenant_id
            and (s.customer_id = c.customer_id or ((p_notification).channel = 'sms' and s.phone_key = c.phone_key))
    join booking.notification as n
        on
            n.tenant_id = s.tenant_id and n.customer_id = s.customer_id and n.channel = (p_notification).channel
            and n.created_at > (select booking.now() - interval '1 day') -- where the index ends
    join booking.booking_event as e
        on
            e.tenant_id = n.tenant_id and e.booking_id = n.booking_id and e.version = n.booking_version
            and e.actor_role = 'visitor'
    where c.tenant_id = (p_notification).tenant_id and c.customer_id = (p_notification).customer_id
$function$;

comment on function booking.is_flooding(booking.notification) is
'Whether visitors have had 20 messages sent to one address or number within an hour, and this would be one more.';
