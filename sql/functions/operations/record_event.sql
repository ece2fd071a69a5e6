-- Appends to the history of a booking. A customer is named by their id: the account is in booking.customer only, so
-- that erasing it is one place. What follows from it, messages and feeds, is worked out by booking.dispatch_events
-- later: here it costs one row of the outbox. That row is due now, not at p_now: if the command had to wait until
-- somebody gave its time back, what they did is told first. Writes booking.booking_event and booking.outbox.
create or replace function booking.record_event(
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking booking.booking,
    p_kind text,
    p_changes jsonb,
    p_now timestamptz
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.booking_event
    (
        tenant_id, booking_id, version, kind, occurred_at, actor_role, actor_subject,
        operation_id, changes
    )
    values
    (
        p_booking.tenant_id, p_booking.booking_id, p_booking.version, p_kind, p_now,
        p_actor.role,
        case
            when p_actor.role <> 'customer' then p_actor.subject
            when p_kind = 'created' then p_booking.customer_id::text
            else p_actor.customer_id::text
        end,
        p_operation_id, p_changes
    );
    perform booking.enqueue(
        p_tenant_id => p_booking.tenant_id,
        p_effects => array[
            (
                'event', null,
                jsonb_build_object('booking_id', p_booking.booking_id, 'version', p_booking.version), null
            )::booking.effect
        ]
    );
end
$function$;

comment on function booking.record_event(booking.actor, uuid, booking.booking, text, jsonb, timestamptz) is
'Appends one event, of the booking''s present version, with the columns that changed.';
