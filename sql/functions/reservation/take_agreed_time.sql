-- Takes time that was agreed elsewhere: of hours, absences and rules nothing is asked, and of the time of
-- others everything, by the same constraint as any booking's. Somebody who is in use comes before one who has
-- left, then the lowest unit, then chance. The caller holds the resources' locks, shared. Writes booking.claim.
create or replace function booking.take_agreed_time(
    p_tenant_id uuid,
    p_resource_ids uuid[],
    p_during tstzrange,
    p_booking_id uuid
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_lane record;
begin
    for v_try in 1..100 loop
        select r.resource_id, u.unit into v_lane
        from booking.resource as r
        cross join lateral generate_series(1, r.units) as u (unit)
        where
            r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
            and not exists (
                select from booking.claims(p_tenant_id, r.resource_id, u.unit, p_during)
            )
        order by r.is_active desc, u.unit, random()
        limit 1;
        exit when not found;
        insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
        values (p_tenant_id, v_lane.resource_id, v_lane.unit, lower(p_during), upper(p_during), p_booking_id)
        on conflict do nothing;
        if found then
            return v_lane.resource_id;
        end if;
        -- somebody was faster, and has committed: the next look sees it
    end loop;
    return null;
end
$function$;

comment on function booking.take_agreed_time(uuid, uuid[], tstzrange, uuid) is
'Claims time of one of these resources and returns which; null if it is taken on all of them.';
