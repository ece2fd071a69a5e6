-- What templates speak of, as facts: the worker puts them into the words of the reader's language and zone.
create or replace function booking.message_facts(
    p_notification booking.notification,
    p_booking booking.booking,
    p_starts_at timestamptz,
    p_ends_at timestamptz
)
returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
    select jsonb_build_object(
        'recipient_name', coalesce(booking.name_in_message(p_name => r.name), r.email),
        'customer_name', coalesce(
            booking.name_in_message(p_name => coalesce((p_booking).guest_name, c.name)), c.email, c.phone, '-'
        ),
        'tenant_name', t.name,
        'service_name', s.name,
        'resource_names', (
            select n.names from booking.resource_names((p_booking).tenant_id, (p_booking).resource_ids) as n
        ),
        'starts_at', p_starts_at,
        'ends_at', p_ends_at,
        'previous_starts_at', p.starts_at,
        'previous_ends_at', p.ends_at,
        'previous_resource_names', (
            select n.names from booking.resource_names((p_booking).tenant_id, p.resource_ids) as n
        ),
        'party_size', (p_booking).party_size,
        'price', (p_booking).price::text,
        'currency', (p_booking).currency,
        'booking_id', (p_booking).booking_id,
        'answer_until', (p_notification).answer_until
    )
    from booking.tenant as t
    join booking.service as s
        on s.tenant_id = t.tenant_id and s.service_id = (p_booking).service_id
    join booking.customer as r
        on r.tenant_id = t.tenant_id and r.customer_id = (p_notification).customer_id
    left join booking.customer as c
        on c.tenant_id = t.tenant_id and c.customer_id = (p_booking).customer_id
    left join booking.schedule_at(
        (p_booking).tenant_id, (p_booking).booking_id, (p_notification).booking_version - 1
    ) as p on true
    where t.tenant_id = (p_booking).tenant_id
$function$;

comment on function booking.message_facts(booking.notification, booking.booking, timestamptz, timestamptz) is
'The facts that a message may name. p_starts_at, p_ends_at: the time it is about.';
