create or replace function booking.load_around(p_tenant_id uuid, p_resource_id uuid, p_starts_at timestamptz)
returns bigint
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select count(*)
        from booking.claim as k
        where
            k.tenant_id = p_tenant_id
            and k.resource_id = p_resource_id
            and k.ends_at > p_starts_at - interval '12:00'
            and k.ends_at < p_starts_at + interval '12:00'
    );
end
$function$;

comment on function booking.load_around(uuid, uuid, timestamptz) is 'How many claims a resource has within half a day.';
