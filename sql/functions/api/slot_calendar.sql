create or replace function booking_v1.slot_calendar(
    p_service_id uuid,
    p_from timestamptz,
    p_to timestamptz,
    p_resource_id uuid default null,
    p_limit integer default 10000,
    p_after timestamptz default null
)
returns table (starts_at timestamptz, ends_at timestamptz, status text)
language sql
stable
as $function$
    select s.starts_at, s.ends_at, s.status
    from booking.slot_calendar(
        booking.caller_tenant_id(), booking.caller(), p_service_id, p_from, p_to, p_resource_id,
        p_limit, p_after
    ) as s
$function$;

comment on function booking_v1.slot_calendar(uuid, timestamptz, timestamptz, uuid, integer, timestamptz) is
'Every start within working hours and how it stands: available, booked or unavailable.

For week and month views. Starts s with p_from <= s < p_to; at most 200 days apart. Available is what
available_slots lists; booked is what somebody has taken; unavailable is everything else: past, too soon, too
far ahead, a holiday, time off, a full day. p_resource_id null: any of the service''s resources.
p_limit: 1 to 10000 rows. p_after: only starts after this one; pass the last starts_at for the next page.
Raises invalid_argument, not_found, not_authenticated.';
