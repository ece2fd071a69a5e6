-- Visitors have no account to come back with. The token is worked out again for a replay and kept nowhere.
-- Writes tenant_secret.
create or replace function booking.with_manage_token(
    p_actor booking.actor,
    p_tenant_id uuid,
    p_outcome booking_v1.outcome
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_actor.role = 'visitor' and p_outcome.status = 'completed' then
        perform booking.make_secret(p_tenant_id => p_tenant_id);
        p_outcome.manage_token := booking.manage_token(
            p_tenant_id => p_tenant_id, p_booking_id => p_outcome.booking_id
        );
    end if;
    return p_outcome;
end
$function$;

comment on function booking.with_manage_token(booking.actor, uuid, booking_v1.outcome) is
'The outcome of a completed booking with the token that manages it, for a visitor.';
