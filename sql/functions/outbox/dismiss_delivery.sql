-- Called by booking_v1.dismiss_delivery only. Why it was given up stays in the log. Writes what leave_dead writes.
create or replace function booking.dismiss_delivery(p_tenant_id uuid, p_actor booking.actor, p_delivery_id uuid)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'dismiss_delivery'
    );
    perform booking.leave_dead(p_tenant_id => p_tenant_id, p_delivery_id => p_delivery_id, p_status => 'dropped');
end
$function$;

comment on function booking.dismiss_delivery(uuid, booking.actor, uuid) is 'See booking_v1.dismiss_delivery.';
