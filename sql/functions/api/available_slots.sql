create or replace function booking_v1.available_slots(
    p_service_id uuid,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid default null,
    p_duration interval default null,
    p_party_size integer default 1,
    p_hold_token uuid default null,
    p_limit integer default 1000,
    p_after timestamptz default null
)
returns table (
    starts_at timestamptz, ends_at timestamptz, resource_ids uuid[], seats_left integer,
    price numeric, currency text
)
language sql
stable
as $function$
    select s.starts_at, s.ends_at, s.resource_ids, s.seats_left, s.price, s.currency
    from booking.available_slots(
        booking.caller_tenant_id(), booking.caller(), p_service_id, p_from, p_to, p_resource_id,
        p_duration, p_party_size, p_hold_token, p_limit, p_after
    ) as s
$function$;

comment on function booking_v1.available_slots(
    uuid, timestamptz, timestamptz, uuid, interval, integer, uuid, integer, timestamptz
) is
'The starts of a service that can be booked now, earliest first.

Every start listed can be booked, and no other. Starts s with p_from <= s < p_to; at most 200 days apart.
p_resource_id: only with this resource; null: any of the service''s.
p_duration: one of the durations that the service allows (another has no starts), elapsed time as in
upsert_service; null: its own.
p_party_size: how many people; a service has a largest party.
p_hold_token: a hold of the caller''s (a later release makes holds; until then none is valid).
p_limit: 1 to 10000 rows, of two million ids of resources at most. p_after: only starts after this one; pass the last
starts_at for the next page.

resource_ids are those that can serve the start, seats_left is how many such bookings they can still take at once; a
limit of bookings a day or week may allow fewer.
Raises invalid_argument, not_found, not_authenticated.';
