-- Called by booking_v1.delete_membership only. Locks the tenant. Writes membership.
create or replace function booking.delete_membership(
    p_tenant_id uuid, p_actor booking.actor, p_subject text
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'delete_membership');
    perform booking.lock_tenant(p_tenant_id);
    -- again: whoever was waited for may have ended what this was begun with
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'delete_membership');
    perform booking.check_owner_stays(p_tenant_id => p_tenant_id, p_actor => v_actor, p_subject => p_subject);
    delete from booking.membership as m where m.tenant_id = p_tenant_id and m.subject = p_subject;
    perform booking.check_found(p_is_found => found, p_argument => 'p_subject', p_what => 'membership');
end
$function$;

comment on function booking.delete_membership(uuid, booking.actor, text) is 'See booking_v1.delete_membership.';
