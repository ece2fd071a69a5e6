-- Called by booking_v1.list_memberships only. Takes no locks.
create or replace function booking.list_memberships(
    p_tenant_id uuid, p_actor booking.actor, p_limit integer, p_after text
)
returns table (subject text, role text, resource_ids uuid[], created_at timestamptz)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_memberships');
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by m.role, m.subject) as position,
            m.subject, m.role,
            array(
                select x.resource_id
                from booking.membership_resource as x
                where x.tenant_id = m.tenant_id and x.subject = m.subject
                order by x.resource_id
            ) as resource_ids,
            m.created_at
        from booking.membership as m
        where m.tenant_id = p_tenant_id
    )

    select l.subject, l.role, l.resource_ids, l.created_at
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.subject = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_memberships(uuid, booking.actor, integer, text) is 'See booking_v1.list_memberships.';
