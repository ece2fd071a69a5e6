-- Brings here what has changed in the other system since a booking was imported last. Nobody gets a message: those
-- concerned know it from there. A refusal takes all of it back, by the subtransaction. Locks the resource, or the
-- service's, and the customer. Writes claim, customer, booking, booking_event and outbox.
create or replace function booking.follow_import(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking booking.booking,
    p_last booking.booking_event,
    p_import booking.booking_import
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_import booking.booking_import := p_import;
    v_terms booking.terms;
    v_base booking.booking;
    v_there booking.booking;
    v_wanted booking.booking;
    v_during tstzrange;
    v_is_changed_here boolean;
    v_is_shorter boolean := false;
    v_is_said_anew boolean;
    v_refusal booking_v1.outcome;
begin
    v_is_changed_here := p_last.version <> p_booking.version or p_last.changes ? 'there';
    v_base := jsonb_populate_record(p_booking, p_last.changes || coalesce(p_last.changes -> 'there', '{}'));
    v_import.resource_id := coalesce(p_import.resource_id, v_base.resource_ids[1]);
    begin
        perform booking.lock_for_import(p_tenant_id => p_tenant_id, p_import => v_import);
        v_terms := booking.booking_terms(
            p_tenant_id => p_tenant_id, p_service_id => p_import.service_id, p_role => p_actor.role
        );
        v_there := booking.imported_booking(
            p_base => v_base, p_import => v_import, p_terms => v_terms, p_now => v_now
        );
        v_wanted := booking.merged_booking(p_booking => p_booking, p_base => v_base, p_there => v_there);
        if not p_import.has_buffers and not v_is_changed_here then
            v_is_shorter := booking.leave_buffers(p_booking);
        end if;
        v_refusal := booking.import_refusal(
            p_operation_id => p_operation_id, p_booking => p_booking, p_wanted => v_wanted,
            p_is_changed_here => v_is_changed_here
        );
        if v_refusal.status is not null then
            raise exception 'not to be had' using errcode = 'PB001';
        end if;
        v_during := booking.agreed_time(
            p_import => p_import, p_terms => v_terms, p_starts_at => v_wanted.starts_at, p_ends_at => v_wanted.ends_at,
            p_now => v_now
        );
        if not booking.move_agreed_time(p_booking => p_booking, p_wanted => v_wanted, p_during => v_during) then
            raise exception 'not to be had' using errcode = 'PB001';
        end if;
        -- the time is taken first and the customer added second, here as elsewhere, or two could wait for each other
        v_is_said_anew := (
            p_last.changes -> 'customer_said'
            @> booking.customer_said(p_tenant_id => p_tenant_id, p_import => p_import)
        ) is not true;
        if v_is_said_anew then
            v_wanted := booking.for_import_customer(
                p_tenant_id => p_tenant_id, p_import => p_import, p_booking => p_booking, p_wanted => v_wanted
            );
        end if;
        -- Two things are noted although they change nothing here: a change there that was made here as well, or the
        -- next import would take it for a new one; and what is said of the customer, or the same file would undo what
        -- is corrected here afterwards.
        if v_wanted = p_booking and v_there = v_base and not v_is_shorter and not v_is_said_anew then
            return null;
        end if;
    exception
        when sqlstate 'PB001' then
            if v_refusal.status is not null then
                return v_refusal;
            end if;
            return booking.agreed_time_refusal(
                p_tenant_id => p_tenant_id, p_operation_id => p_operation_id,
                p_resource_ids => v_wanted.resource_ids, p_during => v_during, p_booking => p_booking
            );
    end;
    return booking.change_imported(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => p_booking, p_wanted => v_wanted,
        p_base => v_base, p_there => v_there, p_is_shorter => v_is_shorter, p_import => p_import, p_now => v_now
    );
end
$function$;

comment on function booking.follow_import(
    uuid, booking.actor, uuid, booking.booking, booking.booking_event, booking.booking_import
) is
'The outcome of an import that says something else than the last one; null: nothing of it is new. p_last: the booking''s
last event "imported".';
