-- Shared for whoever takes time of the resources, exclusive for whoever changes when they are free; so a
-- command never decides by hours that are being changed. Ascending, so that two callers cannot deadlock.
-- Held until the transaction ends.
create or replace function booking.lock_resources(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_exclusive boolean default false
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_key bigint;
begin
    for v_key in
        select distinct booking.resource_lock(p_tenant_id, r.resource_id) as key
        from unnest(p_resource_ids) as r (resource_id)
        order by key
    loop
        if p_exclusive then
            perform pg_advisory_xact_lock(v_key);
        else
            perform pg_advisory_xact_lock_shared(v_key);
        end if;
    end loop;
end
$function$;

comment on function booking.lock_resources(uuid, uuid[], boolean) is
'Locks resources against changes of their hours (shared) or against bookings (exclusive).';
