create or replace function booking_v1.list_resources()
returns table (
    resource_id uuid, kind text, name text, time_zone text, units integer, is_active boolean
)
language sql
stable
as $function$
    select r.resource_id, r.kind, r.name, r.time_zone, r.units, r.is_active
    from booking.list_resources(booking.caller_tenant_id(), booking.caller()) as r
$function$;

comment on function booking_v1.list_resources() is
'The staff, rooms and equipment of the tenant, by kind and name.

Raises not_authenticated.';
