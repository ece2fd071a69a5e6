-- A booking that is imported for the first time. Time, customer and booking come together or not at all: the
-- subtransaction takes them back, the locks as well, where its time is not to be had or somebody else has just
-- imported it. Locks the resource, or the service's, and the customer. Writes claim, customer, booking,
-- booking_event and outbox.
create or replace function booking.import_new(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking_id uuid,
    p_import booking.booking_import
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_terms booking.terms;
    v_now timestamptz := booking.now();
    v_ends_at timestamptz;
    v_resource_ids uuid[];
    v_resource_id uuid;
    v_customer_id uuid;
    v_during tstzrange;
    v_booking booking.booking;
begin
    begin
        perform booking.lock_for_import(p_tenant_id => p_tenant_id, p_import => p_import);
        v_terms := booking.booking_terms(
            p_tenant_id => p_tenant_id, p_service_id => p_import.service_id, p_role => p_actor.role
        );
        v_ends_at := coalesce(p_import.ends_at, p_import.starts_at + v_terms.duration);
        v_during := booking.agreed_time(
            p_import => p_import, p_terms => v_terms, p_starts_at => p_import.starts_at, p_ends_at => v_ends_at,
            p_now => v_now
        );
        v_resource_ids := case
            when p_import.resource_id is null then v_terms.resource_ids
            else array[p_import.resource_id]
        end;
        v_resource_id := case p_import.status
            when 'cancelled' then v_resource_ids[1]
            else booking.take_agreed_time(
                p_tenant_id => p_tenant_id, p_resource_ids => v_resource_ids, p_during => v_during,
                p_booking_id => p_booking_id
            )
        end;
        if v_resource_id is not null then
            v_customer_id := booking.import_customer(
                p_tenant_id => p_tenant_id, p_import => p_import, p_booking_customer_id => null, p_adds => true
            );
            insert into booking.booking as b
            (
                tenant_id, booking_id, service_id, customer_id, guest_name, status, starts_at, ends_at, time_zone,
                starts_local, customer_time_zone, resource_ids, party_size, price, currency, answers, notes, metadata,
                created_at
            )
            values
            (
                p_tenant_id, p_booking_id, p_import.service_id, v_customer_id,
                booking.guest_name(
                    p_tenant_id => p_tenant_id, p_customer_id => v_customer_id, p_name => p_import.customer_name
                ),
                p_import.status, p_import.starts_at, v_ends_at, v_terms.time_zone,
                p_import.starts_at at time zone v_terms.time_zone,
                p_import.customer_time_zone, array[v_resource_id], p_import.party_size,
                coalesce(p_import.price, v_terms.price), coalesce(p_import.currency, v_terms.currency),
                p_import.answers, p_import.notes, p_import.metadata, v_now
            )
            on conflict do nothing
            returning b.* into v_booking;
        end if;
        if v_booking.booking_id is null then
            raise exception 'not to be had' using errcode = 'PB001';
        end if;
    exception
        when sqlstate 'PB001' then
            if exists (
                select
                from booking.booking as b
                where b.tenant_id = p_tenant_id and b.booking_id = p_booking_id
            ) then
                return null;
            end if;
            return booking.agreed_time_refusal(
                p_tenant_id => p_tenant_id, p_operation_id => p_operation_id, p_resource_ids => v_resource_ids,
                p_during => v_during, p_booking => null
            );
    end;
    perform booking.record_event(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking, p_kind => 'imported',
        p_changes => booking.imported_facts(p_booking => v_booking, p_import => p_import, p_there => v_booking),
        p_now => v_now
    );
    return booking.booking_outcome(p_operation_id => p_operation_id, p_booking => v_booking);
end
$function$;

comment on function booking.import_new(uuid, booking.actor, uuid, uuid, booking.booking_import) is
'The outcome of a booking that is not known here; without a status: somebody else has just imported it.';
