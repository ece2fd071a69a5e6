create or replace function booking_v1.list_services(
    p_include_inactive boolean default false,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    service_id uuid, name text, description text, duration interval,
    allowed_durations interval[], price numeric, currency text, time_zone text,
    requires_confirmation boolean, resource_ids uuid[], slot_interval interval,
    slot_offset interval, buffer_before interval, buffer_after interval, max_party_size integer,
    is_active boolean, is_public boolean
)
language sql
stable
as $function$
    select
        s.service_id, s.name, s.description, s.duration, s.allowed_durations, s.price, s.currency,
        s.time_zone, s.requires_confirmation, s.resource_ids, s.slot_interval, s.slot_offset,
        s.buffer_before, s.buffer_after, s.max_party_size, s.is_active, s.is_public
    from booking.list_services(
        booking.caller_tenant_id(), booking.caller(), p_include_inactive, p_limit, p_after
    ) as s
$function$;

comment on function booking_v1.list_services(boolean, integer, uuid) is
'The services that are offered, by name.

p_include_inactive: also those that are not (for members and applications).
Visitors and customers see public services only.
time_zone is the tenant''s, in which the slot grid lies.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last service_id for the next page.
Raises invalid_argument, not_authenticated.';
