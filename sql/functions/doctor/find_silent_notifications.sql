create or replace function booking.find_silent_notifications(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_silent_notifications', p_tenant_id, format('notification %s', n.notification_id),
        format('is queued (%s by %s), and nothing will send it', n.kind, n.channel),
        'Tell the customer in another way; set its status to failed.'
    from booking.notification as n
    where
        n.tenant_id = p_tenant_id and n.status = 'queued'
        and not exists (
            select
            from booking.outbox as o
            where
                o.tenant_id = n.tenant_id and o.kind = n.channel and o.key = n.notification_id::text
                and o.status in ('queued', 'leased')
        )
$function$;

comment on function booking.find_silent_notifications(uuid) is
'Messages that are to be sent, and are not in the outbox.';
