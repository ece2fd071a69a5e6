-- Called by booking_v1.erase_customer only. Locks the customer and their bookings. Writes booking_operation,
-- and what forget_customer writes.
create or replace function booking.erase_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_idempotency_key text,
    p_customer_id uuid,
    p_reason text
)
returns booking_v1.outcome
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_outcome booking_v1.outcome;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'erase_customer'
    );
    perform booking.check_text(p_text => p_reason, p_argument => 'p_reason', p_most => 500);
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'erase_customer',
        p_idempotency_key => p_idempotency_key, p_request => jsonb_build_array(p_customer_id, p_reason)
    );
    if v_outcome.status is not null then
        return booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome);
    end if;
    perform booking.forget_customer(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_operation_id => v_outcome.operation_id,
        p_customer_id => case
            -- of an account that was erased, or never booked, nothing is kept
            when p_customer_id is not null or v_actor.customer_id is not null or v_actor.role <> 'customer'
                then booking.chosen_customer(
                    p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => p_customer_id
                )
        end,
        p_reason => p_reason
    );
    return booking.finish_operation(
        p_tenant_id => p_tenant_id,
        p_outcome => booking.booking_outcome(p_operation_id => v_outcome.operation_id, p_booking => null)
    );
end
$function$;

comment on function booking.erase_customer(uuid, booking.actor, text, uuid, text) is
'See booking_v1.erase_customer.';
