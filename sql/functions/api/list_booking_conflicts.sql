create or replace function booking_v1.list_booking_conflicts(
    p_from timestamptz default null,
    p_to timestamptz default null,
    p_resource_id uuid default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    booking_id uuid, starts_at timestamptz, ends_at timestamptz, service_id uuid, service_name text,
    resource_id uuid, resource_name text, code text, message text, rule text, rule_id uuid, during tstzrange
)
language sql
stable
as $function$
    select
        c.booking_id, c.starts_at, c.ends_at, c.service_id, c.service_name, c.resource_id, c.resource_name,
        c.code, c.message, c.rule, c.rule_id, c.during
    from booking.list_booking_conflicts(
        booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_resource_id, p_limit, p_after
    ) as c
$function$;

comment on function booking_v1.list_booking_conflicts(timestamptz, timestamptz, uuid, integer, uuid) is
'Bookings that no longer fit hours, absences, resources and buffers as they are now, by start: a row a reason.

Pending and confirmed ones, as far as list_bookings shows them, whose start s is p_from <= s < p_to.
p_from: null: now. p_to, p_resource_id: null leaves the condition out.
code, message, rule, rule_id, during: as in explain_slot, the weightiest reason first; no_resource where the resource is
not in use, or no longer one of the service. What was agreed with a booking is not asked again: notice, limits, slot
grid, duration, party. Nor is what other bookings take.
p_limit: 1 to 10000 bookings, each with all of its rows. p_after: only bookings after this one; pass the last booking_id
for the next page. If that one was moved meanwhile, pass the starts_at it had as p_from instead.
Raises invalid_argument, not_authenticated.';
