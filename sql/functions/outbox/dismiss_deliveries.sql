-- Called by booking_v1.dismiss_deliveries only. Why they were given up stays in the log. Locks and writes what
-- leave_dead_deliveries does.
create or replace function booking.dismiss_deliveries(
    p_tenant_id uuid, p_actor booking.actor, p_kind text, p_from timestamptz, p_to timestamptz, p_limit integer
)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'dismiss_deliveries');
    return cardinality(
        booking.leave_dead_deliveries(
            p_tenant_id => p_tenant_id, p_kind => p_kind, p_from => p_from, p_to => p_to, p_limit => p_limit,
            p_status => 'dropped'
        )
    );
end
$function$;

comment on function booking.dismiss_deliveries(uuid, booking.actor, text, timestamptz, timestamptz, integer) is
'See booking_v1.dismiss_deliveries.';
