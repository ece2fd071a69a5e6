-- A periodic job: the timetable was worked out by the rules that time zones had then. Where the rules of a zone have
-- changed, it forgets the timetable of that zone's resources, even if they make no booking wrong (those are for
-- repair_time_zones). It compares three years, of which the timetable reaches into two, and notes the next three each
-- January. Zones that the server does not know are for the doctor. It locks no resources: the rules change with the
-- server's files, whoever holds which lock. Writes zone_rules, timetable and outbox, of every tenant.
create or replace function booking.forget_old_zones(p_most integer default 1000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_year timestamptz := date_trunc('year', booking.now(), 'UTC');
    v_names text[];
    v_tenant_id uuid;
    v_resource_ids uuid[];
begin
    with looked as materialized (
        select
            z.name, r.since is distinct from v_year as is_due,
            -- what was noted before last year says nothing of the years that the timetable has now
            (r.since >= v_year - interval '366 days' and r.digest = booking.zone_digest(z.name, r.since)) is not true
            as is_changed
        from booking.time_zone as z
        join pg_timezone_names as n on n.name = z.name
        left join booking.zone_rules as r on r.name = z.name
    ),

    chosen as materialized (
        select l.name, l.is_changed
        from looked as l
        where l.is_due or l.is_changed
        order by l.name
        limit p_most
    ),

    noted as (
        insert into booking.zone_rules (name, since, digest)
        select c.name, v_year, booking.zone_digest(c.name, v_year)
        from chosen as c
        on conflict (name) do update set since = excluded.since, digest = excluded.digest
    )

    select coalesce(array_agg(c.name), '{}') into v_names
    from chosen as c
    where c.is_changed;
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
            perform booking.forget_hours(p_tenant_id => v_tenant_id, p_resource_ids => v_resource_ids);
        end if;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return cardinality(v_names);
end
$function$;

comment on function booking.forget_old_zones(integer) is
'Forgets the timetable of zones whose rules are others than before, p_most zones at most; returns how many those are.';
