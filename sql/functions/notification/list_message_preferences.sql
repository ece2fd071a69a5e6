-- Called by booking_v1.list_message_preferences only. Takes no locks.
create or replace function booking.list_message_preferences(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid
)
returns table (channel text, kind text, description text, is_wanted boolean, can_be_changed boolean)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_customer_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_message_preferences'
    );
    v_customer_id := booking.chosen_customer(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => p_customer_id
    );
    return query
    select
        c.channel, k.kind, k.description, w.is_wanted, not k.is_transactional
    from booking.notification_kind as k
    join (
        select d.channel, d.kind from booking.default_template as d
        union
        select m.channel, m.kind from booking.message_template as m where m.tenant_id = p_tenant_id
    ) as c on c.kind = k.kind
    cross join lateral booking.is_wanted(p_tenant_id, v_customer_id, c.channel, k.kind) as w (is_wanted)
    where
        k.audience = 'customer' or exists (
            select
            from booking.resource as r
            where r.tenant_id = p_tenant_id and r.contact_id = v_customer_id
        )
    order by c.channel, k.kind;
end
$function$;

comment on function booking.list_message_preferences(uuid, booking.actor, uuid) is
'See booking_v1.list_message_preferences.';
