-- Books a start for a customer. Called by booking_v1.create_booking only. Locks the candidates, shared (and
-- the service, exclusively, where its bookings are counted). Writes booking_operation, claim, customer,
-- booking and booking_event.
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
set jit = off
set plan_cache_mode = force_generic_plan
as $function$
declare
    v_actor booking.actor;
    v_terms booking.terms;
    v_duration interval;
    v_now timestamptz;
    v_outcome booking_v1.outcome;
    v_booking booking.booking;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'create_booking'
    );
    perform booking.check_create_booking(
        p_tenant_id => p_tenant_id, p_starts_at => p_starts_at, p_customer_id => p_customer_id,
        p_customer_name => p_customer_name, p_customer_email => p_customer_email,
        p_customer_phone => p_customer_phone, p_party_size => p_party_size, p_timezone => p_timezone,
        p_answers => p_answers, p_notes => p_notes, p_metadata => p_metadata
    );
    v_outcome := booking.begin_operation(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_command => 'create_booking',
        p_idempotency_key => p_idempotency_key,
        p_request => jsonb_build_array(
            p_service_id, p_starts_at, p_customer_id, p_customer_name, p_customer_email,
            p_customer_phone, p_resource_id, p_duration, p_party_size, p_hold_token, p_timezone,
            p_answers, p_notes, p_metadata
        )
    );
    if v_outcome.status is not null then
        return booking.with_manage_token(
            p_actor => v_actor, p_tenant_id => p_tenant_id,
            p_outcome => booking.finish_operation(p_tenant_id => p_tenant_id, p_outcome => v_outcome)
        );
    end if;
    if p_hold_token is not null then
        return booking.finish_operation(
            p_tenant_id => p_tenant_id,
            p_outcome => booking.refusal(
                p_operation_id => v_outcome.operation_id, p_code => 'hold_lost',
                p_message => 'this hold has ended'
            )
        );
    end if;

    perform booking.lock_for_booking(
        p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_resource_id => p_resource_id
    );
    v_terms := booking.booking_terms(p_tenant_id => p_tenant_id, p_service_id => p_service_id);
    perform booking.check_may_book(
        p_actor => v_actor, p_terms => v_terms, p_customer_id => p_customer_id,
        p_resource_id => p_resource_id
    );
    perform booking.lock_count(p_tenant_id => p_tenant_id, p_terms => v_terms);
    v_duration := booking.chosen_duration(p_terms => v_terms, p_duration => p_duration);
    v_now := booking.now();

    v_booking := (
        p_tenant_id, gen_random_uuid(), p_service_id, null,
        case when v_terms.requires_confirmation then 'pending' else 'confirmed' end, 1,
        p_starts_at, p_starts_at + v_duration, v_terms.time_zone, p_starts_at at time zone v_terms.time_zone,
        p_timezone, array[]::uuid[], p_party_size, v_terms.price, v_terms.currency, 0,
        p_answers, p_notes, p_metadata, v_now
    );
    v_booking.resource_ids := array_remove(
        array[
            booking.take_lane(
                p_tenant_id => p_tenant_id, p_terms => v_terms,
                p_resource_ids => booking.candidates(
                    p_terms => v_terms, p_resource_id => p_resource_id, p_duration => v_duration,
                    p_party_size => p_party_size
                ),
                p_starts_at => p_starts_at, p_duration => v_duration,
                p_booking_id => v_booking.booking_id, p_now => v_now
            )
        ],
        null
    );
    if v_booking.resource_ids = '{}' then
        return booking.finish_operation(
            p_tenant_id => p_tenant_id,
            p_outcome => booking.slot_refusal(
                p_tenant_id => p_tenant_id, p_operation_id => v_outcome.operation_id, p_terms => v_terms,
                p_starts_at => p_starts_at, p_resource_id => p_resource_id, p_duration => v_duration,
                p_party_size => p_party_size, p_now => v_now
            )
        );
    end if;

    v_booking.customer_id := booking.customer_for(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => p_customer_id,
        p_name => p_customer_name, p_email => p_customer_email, p_phone => p_customer_phone
    );
    insert into booking.booking select (v_booking).*;
    perform booking.record_event(
        p_actor => v_actor, p_operation_id => v_outcome.operation_id, p_booking => v_booking,
        p_kind => 'created', p_changes => booking.facts_of(v_booking), p_now => v_now
    );
    return booking.with_manage_token(
        p_actor => v_actor, p_tenant_id => p_tenant_id,
        p_outcome => booking.finish_operation(
            p_tenant_id => p_tenant_id,
            p_outcome => booking.booking_outcome(
                p_operation_id => v_outcome.operation_id, p_booking => v_booking
            )
        )
    );
end
$function$;

comment on function booking.create_booking(
    uuid, booking.actor, text, uuid, timestamptz, uuid, text, text, text, uuid, interval, integer, uuid,
    text, jsonb, text, jsonb
) is 'See booking_v1.create_booking.';
