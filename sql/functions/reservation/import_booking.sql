-- Called by booking_v1.import_booking only. Locks the booking, the resource, or the service's, and the customer.
-- Writes tenant_secret, claim, customer, booking, booking_event and outbox.
create or replace function booking.import_booking(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_external_id text,
    p_service_id uuid,
    p_starts_at timestamptz,
    p_ends_at timestamptz,
    p_starts_local timestamp,
    p_ends_local timestamp,
    p_duration interval,
    p_status text,
    p_resource_id uuid,
    p_customer_id uuid,
    p_customer_name text,
    p_customer_email text,
    p_customer_phone text,
    p_customer_external_id text,
    p_party_size integer,
    p_price numeric,
    p_currency text,
    p_timezone text,
    p_answers jsonb,
    p_notes text,
    p_metadata jsonb,
    p_source text,
    p_with_buffers boolean
)
returns booking_v1.outcome
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set intervalstyle = 'postgres' -- or the same booking would be another request, in another session
set datestyle = 'iso'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_zone text;
    v_import booking.booking_import;
begin
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'import_booking');
    perform booking.check_isolation();
    perform booking.check_argument(
        p_is_valid => num_nonnulls(p_starts_at, p_starts_local) = 1, p_argument => 'p_starts_at',
        p_message => 'must be given, or p_starts_local instead'
    );
    perform booking.check_argument(
        p_is_valid => num_nonnulls(p_ends_at, p_ends_local, p_duration) <= 1, p_argument => 'p_ends_at',
        p_message => 'must be the only end: p_ends_at, p_ends_local or p_duration'
    );
    if p_duration is not null then
        perform booking.check_duration(
            p_duration => booking.elapsed_time(p_duration), p_argument => 'p_duration'
        );
    end if;
    v_zone := booking.import_zone(p_tenant_id => p_tenant_id, p_resource_id => p_resource_id);
    v_import := (
        p_external_id, p_source, p_service_id,
        coalesce(p_starts_at, booking.resolve_local(p_local => p_starts_local, p_time_zone => v_zone)), null, p_status,
        p_resource_id, p_customer_id, p_customer_name, p_customer_email, p_customer_phone, p_customer_external_id,
        p_party_size, trim_scale(p_price), p_currency, p_timezone, p_answers, p_notes, p_metadata,
        p_with_buffers is not false
    )::booking.booking_import;
    v_import.ends_at := coalesce(
        p_ends_at, booking.resolve_local(p_local => p_ends_local, p_time_zone => v_zone),
        case when booking.is_instant(v_import.starts_at) then v_import.starts_at + booking.elapsed_time(p_duration) end
    );
    perform booking.check_import(v_import);
    return booking.finish_operation(
        p_tenant_id => p_tenant_id,
        p_outcome => booking.import_one(p_tenant_id => p_tenant_id, p_actor => v_actor, p_import => v_import)
    );
end
$function$;

comment on function booking.import_booking(
    uuid, booking.actor, text, uuid, timestamptz, timestamptz, timestamp, timestamp, interval, text, uuid, uuid, text,
    text, text, text, integer, numeric, text, text, jsonb, text, jsonb, text, boolean
) is 'See booking_v1.import_booking.';
