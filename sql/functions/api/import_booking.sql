create or replace function booking_v1.import_booking(
    p_external_id text,
    p_service_id uuid,
    p_starts_at timestamptz default null,
    p_ends_at timestamptz default null,
    p_starts_local timestamp default null,
    p_ends_local timestamp default null,
    p_duration interval default null,
    p_status text default 'confirmed',
    p_resource_id uuid default null,
    p_customer_id uuid default null,
    p_customer_name text default null,
    p_customer_email text default null,
    p_customer_phone text default null,
    p_customer_external_id text default null,
    p_party_size integer default 1,
    p_price numeric default null,
    p_currency text default null,
    p_timezone text default null,
    p_answers jsonb default '{}',
    p_notes text default null,
    p_metadata jsonb default '{}',
    p_source text default null,
    p_with_buffers boolean default true
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_outcome booking_v1.outcome;
begin
    select o.* into v_outcome
    from booking.import_booking(
        booking.caller_tenant_id(), booking.caller(), p_external_id, p_service_id, p_starts_at, p_ends_at,
        p_starts_local, p_ends_local, p_duration, p_status, p_resource_id, p_customer_id, p_customer_name,
        p_customer_email, p_customer_phone, p_customer_external_id, p_party_size, p_price, p_currency,
        p_timezone, p_answers, p_notes, p_metadata, p_source, p_with_buffers
    ) as o;
    return booking.respond(v_outcome);
end
$function$;

comment on function booking_v1.import_booking(
    text, uuid, timestamptz, timestamptz, timestamp, timestamp, interval, text, uuid, uuid, text, text, text, text,
    integer, numeric, text, text, jsonb, text, jsonb, text, boolean
) is
'Adds a booking that was agreed in another system, past or to come; the same one again follows what changed there.

Hours, absences, notice, limits, the grid and who serves what are not asked, the time of other bookings is. Nobody gets
a message; reminders that are still ahead come. Imported again, it is the same booking: replayed, if nothing changed
there, else it follows, and details.changed names what did. What was changed here stays; what was in both is refused.
p_external_id: its name there, for good; p_source: which system that is, where there are several. No personal data.
p_starts_at, or p_starts_local: a time by the clock of the resource, or of the tenant where none is named.
p_ends_at, or p_ends_local, or p_duration; none of them: as long as the service.
p_status: confirmed, also of what took place; pending; cancelled, which takes no time.
p_resource_id: who serves it, of whichever service, also who has left; null: whoever of the service is free.
p_customer_id, or a name, e-mail address or phone number: a guest known by that address is not added again and not
changed, nor is one without an address by the same number and name. None of them: a walk-in.
p_customer_external_id: the customer''s name there, if neither address nor number is; no personal data, either.
p_price, p_currency: null: those of the service.
p_timezone, p_answers, p_notes, p_metadata: as in create_booking.
p_with_buffers: false: of what is to come, too, only the time itself is taken, as in a system without buffers; what was
imported with them gives them back.

Refusals (status failed, http_status): no_resource (400); slot_taken, with the bookings in details.reasons,
version_conflict where it was changed there and here, invalid_transition (409). None is recorded: a booking that is
imported again is judged again.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
