-- Whoever books without signing in can give a stranger's address, cancel, and book again for ever. What others book for
-- somebody is never too much, nor what is told to those who serve.
create or replace function booking.is_flooding(p_notification booking.notification)
returns boolean
language sql
volatile
as $function$
    select
        exists (
            select
            from booking.booking_event as e
            where
                e.tenant_id = (p_notification).tenant_id and e.booking_id = (p_notification).booking_id
                and e.version = (p_notification).booking_version and e.actor_role = 'visitor'
        )
        and (
            select count(*) >= 20
            from booking.notification as n
            where
                n.tenant_id = (p_notification).tenant_id and n.customer_id = (p_notification).customer_id
                and n.created_at > booking.now() - interval '1 day' -- the index ends here
                and n.sent_at > booking.now() - interval '1 hour'
        )
$function$;

comment on function booking.is_flooding(booking.notification) is
'Whether a visitor''s doing would send one customer more than 20 messages within an hour.';
