create or replace function booking_v1.upsert_date_override(
    p_on_date date,
    p_start_time time default null,
    p_end_time time default null,
    p_resource_id uuid default null,
    p_reason text default null,
    p_date_override_id uuid default null
)
returns table (date_override_id uuid)
language sql
volatile
as $function$
    select booking.upsert_date_override(
        booking.caller_tenant_id(), booking.caller(), p_on_date, p_start_time, p_end_time,
        p_resource_id, p_reason, p_date_override_id
    )
$function$;

comment on function booking_v1.upsert_date_override(date, time, time, uuid, text, uuid) is
'Adds an override of a date, or replaces the one with that id or, without one, of the same times; returns its id.

p_start_time, p_end_time: local; an end not after the start lies on the next day, unless that has an override
of its own: then this one ends at midnight. Both null: closed on that date.
p_resource_id: whose weekly hours it replaces, in its zone; null: the tenant''s opening hours, in its zone.
p_date_override_id: an id that the tenant does not have: a new one with this id.
Several on one date are several windows, and add up; closed and windows on one date are refused.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_found, not_authenticated.';
