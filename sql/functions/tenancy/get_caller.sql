-- Called by booking_v1.get_caller only. Takes no locks.
create or replace function booking.get_caller(p_tenant_id uuid, p_actor booking.actor)
returns table (
    role text, customer_id uuid, resource_ids uuid[], permissions jsonb, tenant_id uuid, tenant_slug text,
    tenant_name text, time_zone text, language text
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_staff_scope text;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'get_caller'
    );
    v_staff_scope := booking.staff_scope(p_tenant_id => p_tenant_id);
    return query
    select
        v_actor.role, v_actor.customer_id, v_actor.resource_ids,
        (
            select jsonb_object_agg(p.function_name, coalesce(nullif(s.scope, 'policy'), v_staff_scope))
            from booking.permission as p
            cross join lateral (select to_jsonb(p) ->> v_actor.role as scope) as s
            where s.scope <> 'none'
        ),
        t.tenant_id, t.slug, t.name, t.time_zone, t.language::text
    from booking.tenant as t
    where t.tenant_id = p_tenant_id;
end
$function$;

comment on function booking.get_caller(uuid, booking.actor) is 'See booking_v1.get_caller.';
