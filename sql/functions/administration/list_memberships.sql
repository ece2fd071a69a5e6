-- Called by booking_v1.list_memberships only. Takes no locks.
create or replace function booking.list_memberships(p_tenant_id uuid, p_actor booking.actor)
returns table (subject text, role text, resource_ids uuid[], created_at timestamptz)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_memberships');
    return query
    select
        m.subject, m.role,
        array(
            select x.resource_id
            from booking.membership_resource as x
            where x.tenant_id = m.tenant_id and x.subject = m.subject
            order by x.resource_id
        ),
        m.created_at
    from booking.membership as m
    where m.tenant_id = p_tenant_id
    order by m.role, m.subject;
end
$function$;

comment on function booking.list_memberships(uuid, booking.actor) is 'See booking_v1.list_memberships.';
