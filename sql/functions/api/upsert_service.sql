create or replace function booking_v1.upsert_service(
    p_name text,
    p_duration interval,
    p_resource_ids uuid[] default null,
    p_slot_interval interval default null,
    p_slot_offset interval default null,
    p_buffer_before interval default null,
    p_buffer_after interval default null,
    p_allowed_durations interval[] default null,
    p_price numeric default null,
    p_currency text default null,
    p_max_party_size integer default null,
    p_requires_confirmation boolean default null,
    p_is_active boolean default null,
    p_description text default null,
    p_service_id uuid default null,
    p_is_public boolean default null
)
returns table (service_id uuid)
language sql
volatile
as $function$
    select booking.upsert_service(
        booking.caller_tenant_id(), booking.caller(), p_name, p_duration, p_resource_ids,
        p_slot_interval, p_slot_offset, p_buffer_before, p_buffer_after, p_allowed_durations, p_price,
        p_currency, p_max_party_size, p_requires_confirmation, p_is_active, p_description, p_service_id,
        p_is_public
    )
$function$;

comment on function booking_v1.upsert_service(
    text, interval, uuid[], interval, interval, interval, interval, interval[], numeric, text,
    integer, boolean, boolean, text, uuid, boolean
) is
'Adds a service, or changes the one with that id; returns its id.

p_duration: elapsed time, up to 744 hours; a day is 24 hours, whatever clocks do, and a month is refused.
p_resource_ids: those of which one is booked for it; an empty list: none, so that it can''t be booked.
p_slot_interval: starts lie at p_slot_offset plus multiples of it from local midnight of the tenant; whole
minutes, 1 minute to 24 hours.
p_buffer_before, p_buffer_after: up to 24 hours, claimed as well.
p_allowed_durations: what may be chosen instead of p_duration.
p_price: at least 0, with at most 4 decimal places.
p_currency: ISO 4217.
p_requires_confirmation: new bookings are pending until confirm_booking.
p_is_active: false: no new bookings.
p_is_public: false: visitors and customers neither see it nor book it.
p_description: '''': none.
p_service_id: null: a new service; an id that the tenant does not have: a new one with this id.
What is null stays as it is; in a new service it is: no resources, a slot interval of 15 minutes, offset,
buffers and price 0, no other durations, EUR, 1 person, no confirmation, active, public. Bookings already made keep
their times and price; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_found, not_authenticated.';
