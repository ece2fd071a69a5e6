-- The one look-up of taken time, by the primary key, which has the claims of a unit in order of their ends. As they
-- don't overlap, one at most reaches beyond the window: the first that ends after it.
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
        and k.ends_at > lower(p_window) and k.ends_at <= upper(p_window)
    union all
    select k.starts_at, k.ends_at, k.booking_id
    from (
        select c.starts_at, c.ends_at, c.booking_id
        from booking.claim as c
        where
            c.tenant_id = p_tenant_id and c.resource_id = p_resource_id and c.unit = p_unit
            and c.ends_at > upper(p_window)
        order by c.ends_at
        limit 1
    ) as k
    where k.starts_at < upper(p_window)
$function$;

comment on function booking.claims(uuid, uuid, integer, tstzrange) is
'The claims on one unit of a resource that overlap a window.';
