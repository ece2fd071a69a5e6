create or replace function booking_v1.upsert_time_off(
    p_resource_id uuid,
    p_starts_on date,
    p_ends_on date default null,
    p_start_time time default null,
    p_end_time time default null,
    p_reason text default null,
    p_time_off_id uuid default null
)
returns table (time_off_id uuid)
language sql
volatile
as $function$
    select booking.upsert_time_off(
        booking.caller_tenant_id(), booking.caller(), p_resource_id, p_starts_on, p_ends_on,
        p_start_time, p_end_time, p_reason, p_time_off_id
    )
$function$;

comment on function booking_v1.upsert_time_off(uuid, date, date, time, time, text, uuid) is
'Adds an absence of a resource, or replaces the one with that id or, without one, of the same times; returns its id.

p_starts_on, p_ends_on: first and last local date, in the resource''s zone; no last one: the first.
p_start_time: null: from the beginning of the first date.
p_end_time: null: until the end of the last date.
p_time_off_id: an id that the tenant does not have: a new one with this id.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_found, not_authenticated.';
