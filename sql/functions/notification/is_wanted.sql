-- Asked when a message is queued, and again before it is sent. Transactional ones are part of the booking. A set of
-- one row, so that it is inlined into what asks for many people.
create or replace function booking.is_wanted(p_tenant_id uuid, p_customer_id uuid, p_channel text, p_kind text)
returns setof boolean
language sql
stable parallel safe
as $function$
    select
        k.is_transactional
        or coalesce(
            (
                select p.is_wanted
                from booking.notification_preference as p
                where
                    p.tenant_id = p_tenant_id and p.customer_id = p_customer_id and p.channel = p_channel
                    and (p.kind = coalesce(k.preference_kind, k.kind) or p.kind is null)
                order by p.kind nulls last
                limit 1
            ),
            true
        )
    from booking.notification_kind as k
    where k.kind = p_kind
$function$;

comment on function booking.is_wanted(uuid, uuid, text, text) is
'Whether somebody gets messages of a kind by a channel: what they said of this kind, else of all optional ones.';
