-- Why each candidate cannot serve [start - buffer, end + buffer): one row a resource and cause, made from the
-- same hours, closures and claims that listing subtracts. stage tells how far the resource came. Rules are only
-- looked into for resources that are not at work all the while: most refusals are about time that is taken, and in a
-- query of its own that look needn't be prepared for them.
create or replace function booking.resource_refusals(
    p_tenant_id uuid,
    p_time_zone text,
    p_resource_ids uuid[],
    p_wanted tstzrange,
    p_except_booking_id uuid
)
returns table (stage integer, code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_lanes booking.lane_state[] := array(
        select (
            t.resource_id, t.hours @> p_wanted and not t.closed && p_wanted,
            t.claimed * tstzmultirange(p_wanted)
        )::booking.lane_state
        from booking.lane_time(p_tenant_id, p_resource_ids, p_wanted, p_except_booking_id) as t
    );
    v_absent_ids uuid[] := array(select l.resource_id from unnest(v_lanes) as l where not l.is_at_work);
begin
    return query
    select 5, 'slot_taken', r.name || ' is booked', r.resource_id, 'claim', null::uuid, t.during
    from (
        select l.resource_id, range_merge(range_agg(l.taken)) as during
        from unnest(v_lanes) as l
        group by l.resource_id
        having not bool_or(isempty(l.taken))
    ) as t
    join booking.resource as r on r.tenant_id = p_tenant_id and r.resource_id = t.resource_id;

    if v_absent_ids <> '{}' then
        return query
        select a.*
        from booking.absence_refusals(
            p_tenant_id, v_absent_ids, p_wanted, booking.clock_of(p_time_zone => p_time_zone, p_window => p_wanted)
        ) as a;
    end if;
end
$function$;

comment on function booking.resource_refusals(uuid, text, uuid[], tstzrange, uuid) is
'Why resources cannot serve a stretch of time. Says of another''s booking only that the time is taken.
p_time_zone: the tenant''s.';
