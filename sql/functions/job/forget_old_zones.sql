-- A periodic job: hours were worked out by the rules of zones as they were. Where a zone has others since, its
-- resources' timetable is forgotten, also if no booking is wrong by it. The years begin in January; then all are
-- forgotten once, which harms nothing. Zones that the server doesn't know are the doctor's. Locks the tenants'
-- resources concerned, exclusively; writes zone_rules and timetable, of every tenant.
create or replace function booking.forget_old_zones(p_most integer default 1000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_names text[];
    v_tenant_id uuid;
    v_resource_ids uuid[];
begin
    with looked as materialized (
        select z.name, booking.zone_digest(z.name, date_trunc('year', booking.now(), 'UTC')) as digest
        from booking.time_zone as z
        join pg_timezone_names as n on n.name = z.name
    ),

    changed as (
        insert into booking.zone_rules as r (name, digest)
        select l.name, l.digest
        from looked as l
        where not exists (select from booking.zone_rules as k where k.name = l.name and k.digest = l.digest)
        order by l.name
        limit p_most
        on conflict (name) do update set digest = excluded.digest
        returning r.name
    )

    select coalesce(array_agg(c.name), '{}') into v_names
    from changed as c;
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        where cardinality(v_names) > 0
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_resource_ids := array(
            select r.resource_id
            from booking.resource as r
            join booking.tenant as t on t.tenant_id = r.tenant_id
            where r.tenant_id = v_tenant_id and (r.time_zone = any(v_names) or t.time_zone = any(v_names))
        );
        if cardinality(v_resource_ids) > 0 then
            perform booking.lock_tenant_resources(p_tenant_id => v_tenant_id, p_resource_ids => v_resource_ids);
        end if;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return cardinality(v_names);
end
$function$;

comment on function booking.forget_old_zones(integer) is
'Forgets the timetable of zones whose rules are others than before, p_most zones at most; returns how many those are.';
