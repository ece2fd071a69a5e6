-- The booking's name in the other system takes the place of an idempotency key. A key would expire, refuse a booking
-- that was changed there, and repeat a refusal whose cause is gone: so nothing is recorded of a refusal here. Which
-- request was the last one is told by the operation of the booking's last event "imported". That is made of the request
-- and signed by the tenant, so that nobody can find out by trying which names are in it. Locks and writes what
-- booking.import_booking says.
create or replace function booking.import_one(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_import booking.booking_import
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking_id uuid;
    v_booking booking.booking;
    v_operation_id uuid;
    v_outcome booking_v1.outcome;
begin
    v_booking_id := booking.imported_id(
        p_tenant_id => p_tenant_id, p_kind => 'booking', p_source => p_import.source,
        p_external_id => p_import.external_id
    );
    perform booking.make_secret(p_tenant_id => p_tenant_id);
    v_operation_id := booking.request_id(p_tenant_id => p_tenant_id, p_request => to_jsonb(p_import));

    while v_outcome.status is null loop -- once, as a rule: somebody else may import it at the same time
        select b.* into v_booking
        from booking.booking as b
        where b.tenant_id = p_tenant_id and b.booking_id = v_booking_id
        for no key update;
        v_outcome := case
            when found then booking.import_again(
                p_tenant_id => p_tenant_id, p_actor => p_actor, p_operation_id => v_operation_id,
                p_booking => v_booking, p_import => p_import
            )
            else booking.import_new(
                p_tenant_id => p_tenant_id, p_actor => p_actor, p_operation_id => v_operation_id,
                p_booking_id => v_booking_id, p_import => p_import
            )
        end;
    end loop;
    return v_outcome;
end
$function$;

comment on function booking.import_one(uuid, booking.actor, booking.booking_import) is
'The outcome of a booking of another system, which is new here or known.';
