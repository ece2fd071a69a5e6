create or replace function booking.load_around(p_tenant_id uuid, p_resource_id uuid, p_starts_at timestamptz)
returns bigint
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select count(*)
        from booking.resource as r
        cross join lateral generate_series(1, r.units) as u (unit)
        cross join lateral booking.claims(
            r.tenant_id, r.resource_id, u.unit,
            tstzrange(p_starts_at - interval '12:00', p_starts_at + interval '12:00')
        ) as k
        where r.tenant_id = p_tenant_id and r.resource_id = p_resource_id
    );
end
$function$;

comment on function booking.load_around(uuid, uuid, timestamptz) is 'How many claims a resource has within half a day.';
