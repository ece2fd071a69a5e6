create or replace function booking_v1.upsert_resource(
    p_name text,
    p_kind text,
    p_time_zone text default null,
    p_units integer default null,
    p_is_active boolean default null,
    p_resource_id uuid default null,
    p_contact_id uuid default null,
    p_has_contact boolean default null
)
returns table (resource_id uuid)
language sql
volatile
as $function$
    select booking.upsert_resource(
        booking.caller_tenant_id(), booking.caller(), p_name, p_kind, p_time_zone, p_units, p_is_active,
        p_resource_id, p_contact_id, p_has_contact
    )
$function$;

comment on function booking_v1.upsert_resource(text, text, text, integer, boolean, uuid, uuid, boolean) is
'Adds somebody or something whose time can be booked, or changes the one with that id; returns its id.

p_kind: staff, room or equipment.
p_time_zone: IANA name, the zone of its hours, overrides, holidays and time off.
p_units: how many interchangeable ones, 1 to 1000.
p_is_active: false: it gets no new bookings.
p_resource_id: null: a new one; an id that the tenant does not have: a new one with this id.
p_contact_id: the customer record of the person it is, or of who looks after it: they are told of its bookings.
p_has_contact: false: from now on nobody is.
What is null stays as it is; in a new one it is the tenant''s zone, 1 and true. Without weekly hours it is
never at work. Bookings already made stay (list_booking_conflicts tells which no longer fit), so there can''t be fewer
units than bookings to come take.
Raises invalid_argument, not_found, not_authenticated; limit_reached beyond 2000 in use or 5000 in all; in_use for
such units, with booking_ids in details.';
