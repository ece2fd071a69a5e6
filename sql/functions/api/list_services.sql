create or replace function booking_v1.list_services()
returns table (
    service_id uuid, name text, description text, duration interval, allowed_durations interval[],
    price numeric, currency text, time_zone text, requires_confirmation boolean, resource_ids uuid[]
)
language sql
stable
as $function$
    select
        s.service_id, s.name, s.description, s.duration, s.allowed_durations,
        s.price, s.currency, s.time_zone, s.requires_confirmation, s.resource_ids
    from booking.list_services(booking.caller_tenant_id(), booking.caller()) as s
$function$;

comment on function booking_v1.list_services() is
'The services that are offered, by name.

time_zone is the tenant''s, in which the slot grid lies. Raises not_authenticated.';
