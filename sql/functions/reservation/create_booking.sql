-- Books a start for a customer. Called by booking_v1.create_booking only. Locks the candidates, shared (and
-- the service, exclusively, where its bookings are counted), and the customer. Writes booking_operation, claim,
-- customer, booking, booking_event and outbox; for visitors, tenant_secret.
create or replace function booking.create_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_idempotency_key text,
    p_service_id uuid,
    p_starts_at timestamptz,
    p_customer_id uuid,
    p_customer_name text,
    p_customer_email text,
    p_customer_phone text,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer,
    p_hold_token uuid,
    p_timezone text,
    p_answers jsonb,
    p_notes text,
    p_metadata jsonb
)
returns booking_v1.outcome
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set intervalstyle = 'postgres' -- or the same duration would be another request, in another session
set datestyle = 'iso'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_memoize = off -- its keys are whole multiranges, and no two are alike
as $function$
declare
    v_actor booking.actor;
    v_request booking.booking_request := (
        p_service_id, p_starts_at, p_customer_id, p_customer_name, p_customer_email, p_customer_phone,
        p_resource_id, p_duration, p_party_size, p_hold_token, p_timezone, p_answers, p_notes, p_metadata
    );
    v_outcome booking_v1.outcome;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'create_booking'
    );
    perform booking.check_create_booking(v_request);
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'create_booking',
        p_idempotency_key => p_idempotency_key, p_request => to_jsonb(v_request)
    );
    if v_outcome.status is null then
        v_outcome := booking.make_booking(
            p_tenant_id => p_tenant_id, p_actor => v_actor, p_operation_id => v_outcome.operation_id,
            p_request => v_request
        );
    end if;
    return booking.with_manage_token(
        p_actor => v_actor, p_tenant_id => p_tenant_id,
        p_outcome => booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome)
    );
end
$function$;

comment on function booking.create_booking(
    uuid, booking.actor, text, uuid, timestamptz, uuid, text, text, text, uuid, interval, integer, uuid,
    text, jsonb, text, jsonb
) is 'See booking_v1.create_booking.';
