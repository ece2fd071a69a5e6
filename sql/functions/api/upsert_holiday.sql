create or replace function booking_v1.upsert_holiday(
    p_name text,
    p_starts_on date,
    p_ends_on date default null,
    p_kind text default 'public_holiday',
    p_is_yearly boolean default false,
    p_resource_ids uuid[] default null,
    p_description text default null,
    p_holiday_id uuid default null
)
returns table (holiday_id uuid)
language sql
volatile
as $function$
    select booking.upsert_holiday(
        booking.caller_tenant_id(), booking.caller(), p_name, p_starts_on, p_ends_on, p_kind, p_is_yearly,
        p_resource_ids, p_description, p_holiday_id
    )
$function$;

comment on function booking_v1.upsert_holiday(
    text, date, date, text, boolean, uuid[], text, uuid
) is
'Adds a holiday, or replaces the one with that id or, without one, of that name and date; returns its id.

p_starts_on, p_ends_on: whole days in the zone of each resource, the last one included; no last one: the first.
p_kind: public_holiday, company_holiday, maintenance or other.
p_is_yearly: every year on the same month and day.
p_resource_ids: null: everybody.
p_holiday_id: an id that the tenant does not have: a new one with this id.
Bookings already made stay; list_booking_conflicts tells which no longer fit.
Raises invalid_argument, not_found, not_authenticated.';
