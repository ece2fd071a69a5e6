-- Why a message is not to be sent after all: what was true when it was queued is asked again at the last moment. It
-- may no longer speak of the booking as it is, and it may no longer be wanted.
create or replace function booking.untimely(
    p_notification booking.notification,
    p_kind booking.notification_kind,
    p_booking booking.booking
)
returns text
language sql
volatile
as $function$
    select case
        when not (p_booking).status = any((p_kind).booking_statuses)
            then 'the booking is ' || (p_booking).status
        when
            (p_kind).audience <> 'former provider'
            and (p_notification).about_starts_at <> (p_booking).starts_at
            then 'the booking has another time'
        when
            (p_kind).audience <> 'customer'
            and ((p_kind).audience = 'provider') <> exists (
                select
                from booking.resource as r
                where
                    r.tenant_id = (p_booking).tenant_id and r.resource_id = any((p_booking).resource_ids)
                    and r.contact_id = (p_notification).customer_id
            )
            then 'the booking is with somebody else'
        -- as after a no-show that is noted by cancelling, or with a mail server that was down; to a former provider it
        -- is over when the time is that it had with them
        when greatest((p_booking).ends_at, (p_notification).about_starts_at) <= booking.now()
            then 'the booking is over'
        when (p_notification).answer_until <= booking.now()
            then 'the time to answer is over'
        when (p_kind).is_until_start and (p_booking).starts_at <= booking.now()
            then 'the booking has started'
        -- after a long time without a worker, nobody is sent the reminder of a day beside that of an hour
        when (p_kind).is_until_start and exists (
            select
            from booking.notification as n
            where
                n.tenant_id = (p_notification).tenant_id and n.booking_id = (p_notification).booking_id
                and n.kind = (p_notification).kind and n.channel = (p_notification).channel
                and n.customer_id = (p_notification).customer_id
                and n.about_starts_at = (p_notification).about_starts_at
                and n.created_at > (p_notification).created_at
        )
            then 'a later one says the same'
        when
            not (
                select w
                from booking.is_wanted(
                    (p_booking).tenant_id, (p_notification).customer_id, (p_notification).channel, (p_kind).kind
                ) as w
            )
            then 'not wanted'
        when (p_kind).audience = 'customer' and booking.is_flooding(p_notification)
            then 'too many within an hour'
    end
$function$;

comment on function booking.untimely(booking.notification, booking.notification_kind, booking.booking) is
'Why a message that was queued is dropped; null: it is to be sent.';
