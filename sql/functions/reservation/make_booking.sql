-- What create_booking does once its key is new: decides, takes the time, and only then writes the rest. Locks and
-- writes what create_booking says.
create or replace function booking.make_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_request booking.booking_request
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_terms booking.terms;
    v_duration interval;
    v_now timestamptz;
    v_customer_id uuid;
    v_guest_name text;
    v_resource_id uuid;
    v_booking_id uuid := booking.new_id();
    v_booking booking.booking;
begin
    if p_request.hold_token is not null then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'hold_lost', p_message => 'this hold has ended'
        );
    end if;
    perform booking.lock_for_booking(
        p_tenant_id => p_tenant_id, p_service_id => p_request.service_id, p_resource_id => p_request.resource_id
    );
    v_terms := booking.booking_terms(
        p_tenant_id => p_tenant_id, p_service_id => p_request.service_id, p_role => p_actor.role
    );
    perform booking.check_may_book(
        p_actor => p_actor, p_terms => v_terms, p_customer_id => p_request.customer_id,
        p_resource_id => p_request.resource_id
    );
    v_customer_id := booking.find_customer(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_customer_id => p_request.customer_id,
        p_email => p_request.customer_email
    );
    perform booking.lock_count(p_tenant_id => p_tenant_id, p_terms => v_terms);
    v_duration := booking.chosen_duration(p_terms => v_terms, p_duration => p_request.duration);
    v_now := booking.now();

    v_resource_id := booking.take_lane(
        p_tenant_id => p_tenant_id, p_terms => v_terms,
        p_resource_ids => booking.candidates(
            p_terms => v_terms, p_resource_id => p_request.resource_id, p_duration => v_duration,
            p_party_size => p_request.party_size
        ),
        p_starts_at => p_request.starts_at, p_duration => v_duration, p_booking_id => v_booking_id,
        p_now => v_now
    );
    if v_resource_id is null then
        return booking.slot_refusal(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_operation_id => p_operation_id, p_terms => v_terms,
            p_starts_at => p_request.starts_at, p_resource_id => p_request.resource_id,
            p_duration => v_duration, p_party_size => p_request.party_size, p_now => v_now
        );
    end if;

    if v_customer_id is null then
        v_customer_id := booking.add_customer(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_name => p_request.customer_name,
            p_email => p_request.customer_email, p_phone => p_request.customer_phone
        );
    elsif coalesce(p_request.customer_name, p_request.customer_email, p_request.customer_phone) is not null then
        v_guest_name := booking.meet_customer(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_customer_id => v_customer_id, p_request => p_request
        );
    end if;
    insert into booking.booking as b
    (
        tenant_id, booking_id, service_id, customer_id, guest_name, status, starts_at, ends_at, time_zone, starts_local,
        customer_time_zone, resource_ids, party_size, price, currency, answers, notes, metadata, created_at
    )
    values
    (
        p_tenant_id, v_booking_id, p_request.service_id, v_customer_id, v_guest_name,
        case when v_terms.requires_confirmation then 'pending' else 'confirmed' end,
        p_request.starts_at, p_request.starts_at + v_duration, v_terms.time_zone,
        p_request.starts_at at time zone v_terms.time_zone, p_request.customer_time_zone,
        array[v_resource_id], p_request.party_size, v_terms.price, v_terms.currency,
        p_request.answers, p_request.notes, p_request.metadata, v_now
    )
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking,
        p_kind => 'created', p_changes => booking.facts_of(v_booking), p_now => v_now
    );
    return booking.booking_outcome(p_operation_id => p_operation_id, p_booking => v_booking);
end
$function$;

comment on function booking.make_booking(uuid, booking.actor, uuid, booking.booking_request) is
'The outcome of a booking that is asked for the first time; not recorded yet.';
