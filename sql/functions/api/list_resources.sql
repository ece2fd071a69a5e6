create or replace function booking_v1.list_resources(p_limit integer default 1000, p_after uuid default null)
returns table (
    resource_id uuid, kind text, name text, time_zone text, units integer, is_active boolean,
    contact_id uuid
)
language sql
stable
as $function$
    select r.resource_id, r.kind, r.name, r.time_zone, r.units, r.is_active, r.contact_id
    from booking.list_resources(booking.caller_tenant_id(), booking.caller(), p_limit, p_after) as r
$function$;

comment on function booking_v1.list_resources(integer, uuid) is
'The staff, rooms and equipment of the tenant, by kind and name.

Visitors and customers get those in use by public services.
contact_id: who is told of their bookings; not for visitors and customers.

p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last resource_id for the next page.
Raises invalid_argument, not_authenticated.';
