create or replace function booking.is_inactive(p_tenant_id uuid, p_customer_id uuid, p_since timestamptz)
returns boolean
language sql
stable
as $function$
    select not exists (
        select
        from booking.booking as b
        where b.tenant_id = p_tenant_id and b.customer_id = p_customer_id and b.ends_at >= p_since
    )
    -- whoever is told of a resource's bookings makes none, and must not be erased for that
    and not exists (
        select
        from booking.resource as r
        where
            r.tenant_id = p_tenant_id and r.contact_id = p_customer_id
            and (
                r.is_active or exists (
                    select
                    from booking.claim as k
                    where k.tenant_id = p_tenant_id and k.resource_id = r.resource_id and k.ends_at >= p_since
                )
            )
    )
$function$;

comment on function booking.is_inactive(uuid, uuid, timestamptz) is
'Whether a customer has no booking that ends after p_since, and is the contact of no resource in use since.';
