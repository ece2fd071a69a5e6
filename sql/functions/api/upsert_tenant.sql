create or replace function booking_v1.upsert_tenant(
    p_slug text,
    p_name text,
    p_time_zone text,
    p_tenant_id uuid default null,
    p_language text default null
)
returns table (tenant_id uuid)
language sql
volatile
as $function$
    select booking.upsert_tenant(
        p_tenant_id, booking.caller(), p_slug, p_name, p_time_zone, booking.token_tenant_id(),
        p_language
    )
$function$;

comment on function booking_v1.upsert_tenant(text, text, text, uuid, text) is
'Adds a tenant, or changes the one with that id; returns its id.

For trusted applications: any tenant, whichever the caller has chosen, and none needs to be; with a token
for one tenant, that one.
p_slug: a DNS label, unique.
p_time_zone: IANA name, the zone of opening hours, slot grid and limits; resources keep their own.
p_tenant_id: null: a new tenant; an id that is not known: a new tenant with this id.
p_language: of messages to those whose language is not known: de, de-AT; null: as it was, in a new one en.
Bookings already made stay at their instants; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_allowed.';
