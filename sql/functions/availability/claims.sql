-- The one look-up of taken time: one range of the primary key. No claim lasts longer than 33 days; so what ends later
-- than that after the window cannot reach into it, and need not be read.
create or replace function booking.claims(
    p_tenant_id uuid,
    p_resource_id uuid,
    p_unit integer,
    p_window tstzrange
)
returns table (starts_at timestamptz, ends_at timestamptz, booking_id uuid)
language sql
stable
as $function$
    select k.starts_at, k.ends_at, k.booking_id
    from booking.claim as k
    where
        k.tenant_id = p_tenant_id and k.resource_id = p_resource_id and k.unit = p_unit
        and k.ends_at > lower(p_window) and k.ends_at <= upper(p_window) + interval '792:00'
        and k.starts_at < upper(p_window)
$function$;

comment on function booking.claims(uuid, uuid, integer, tstzrange) is
'The claims on one unit of a resource that overlap a window.';
