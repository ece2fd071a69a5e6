-- Called by booking_v1.booking_history only. Takes no locks. Writes personal_data_access: why somebody cancelled may be
-- personal.
create or replace function booking.booking_history(
    p_tenant_id uuid, p_actor booking.actor, p_booking_id uuid, p_manage_token text, p_limit integer, p_after integer
)
returns table (
    version integer, kind text, occurred_at timestamptz, actor_role text, actor_subject text,
    operation_id uuid, changes jsonb
)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_booking booking.booking;
    v_hidden text[]; -- of the changes: whose it is, and why rules were passed over for them
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'booking_history'
    );
    perform booking.check_limit(p_limit => p_limit);
    select b.* into v_booking
    from booking.booking as b
    where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id;
    perform booking.check_found(p_is_found => found, p_argument => 'p_booking_id', p_what => 'booking');
    perform booking.check_reach(
        p_actor => v_actor, p_booking => v_booking, p_manage_token => p_manage_token
    );
    v_hidden := case
        when not booking.is_outsider(v_actor.role) then '{}'::text[]
        when v_booking.customer_id = v_actor.customer_id then array['override_reason']
        else array['customer_id', 'override_reason']
    end;
    return query
    select e.version, e.kind, e.occurred_at, e.actor_role,
        case when not booking.is_outsider(v_actor.role) then e.actor_subject end, e.operation_id,
        e.changes - v_hidden
    from booking.booking_event as e
    where
        e.tenant_id = p_tenant_id and e.booking_id = p_booking_id and (p_after is null or e.version > p_after)
    order by e.version
    limit p_limit;
    perform booking.record_access(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_function => 'booking_history',
        p_customer_ids => array[v_booking.customer_id]
    );
end
$function$;

comment on function booking.booking_history(uuid, booking.actor, uuid, text, integer, integer) is
'See booking_v1.booking_history.';
