-- Called by booking_v1.booking_history only. Takes no locks.
create or replace function booking.booking_history(p_tenant_id uuid, p_actor booking.actor, p_booking_id uuid)
returns table (
    version integer, kind text, occurred_at timestamptz, actor_role text, actor_subject text,
    operation_id uuid, changes jsonb
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
as $function$
begin
    perform booking.enter_tenant(p_tenant_id => p_tenant_id);
    return query
    select e.version, e.kind, e.occurred_at, e.actor_role, e.actor_subject, e.operation_id, e.changes
    from booking.booking_event as e
    where e.tenant_id = p_tenant_id and e.booking_id = p_booking_id
    order by e.version;
    if not found then
        perform booking.raise_error(
            p_code => 'not_found', p_message => 'there is no such booking',
            p_details => jsonb_build_object('argument', 'p_booking_id')
        );
    end if;
end
$function$;

comment on function booking.booking_history(uuid, booking.actor, uuid) is 'See booking_v1.booking_history.';
