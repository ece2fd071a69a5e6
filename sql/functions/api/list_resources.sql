create or replace function booking_v1.list_resources()
returns table (
    resource_id uuid, kind text, name text, time_zone text, units integer, is_active boolean,
    contact_id uuid
)
language sql
stable
as $function$
    select r.resource_id, r.kind, r.name, r.time_zone, r.units, r.is_active, r.contact_id
    from booking.list_resources(booking.caller_tenant_id(), booking.caller()) as r
$function$;

comment on function booking_v1.list_resources() is
'The staff, rooms and equipment of the tenant, by kind and name.

contact_id: who is told of their bookings; not for visitors and customers.

Raises not_authenticated.';
