-- Takes the time of a booking on one free lane, and says which; null: none was left. Looks before it leaps,
-- so that whoever comes too late leaves without waiting; then the constraint decides. Of several lanes the
-- resource's preference for that time comes first, then the one with least to do around it, then chance, so
-- that many callers do not queue for one lane. The caller holds the resources' locks, shared. Writes
-- booking.claim.
create or replace function booking.take_lane(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_resource_ids uuid[],
    p_starts_at timestamptz,
    p_duration interval,
    p_booking_id uuid,
    p_now timestamptz
)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_starts tstzmultirange := booking.permitted_starts(
        p_tenant_id => p_tenant_id, p_terms => p_terms,
        p_wanted => tstzrange(p_starts_at, p_starts_at, '[]'), p_now => p_now,
        p_except_booking_id => p_booking_id
    );
    v_claimed tstzrange := tstzrange(
        p_starts_at - p_terms.buffer_before, p_starts_at + p_duration + p_terms.buffer_after
    );
    v_is_choice boolean := cardinality(p_resource_ids) > 1;
    v_lane record;
begin
    if isempty(v_starts) or not booking.is_on_grid(
        p_starts_at => p_starts_at, p_time_zone => p_terms.time_zone,
        p_interval => p_terms.slot_interval, p_offset => p_terms.slot_offset
    ) then
        return null;
    end if;
    for v_try in 1..100 loop
        select f.resource_id, f.unit into v_lane
        from (
            select t.resource_id, min(t.unit) as unit
            from booking.lane_time(p_tenant_id, p_resource_ids, v_claimed, p_booking_id) as t
            -- what listing finds by subtraction, asked of one stretch
            where t.hours @> v_claimed and not t.closed && v_claimed and not t.claimed && v_claimed
            group by t.resource_id
        ) as f
        order by
            case when v_is_choice then booking.preference_at(p_tenant_id, f.resource_id, p_starts_at) end desc,
            case when v_is_choice then booking.load_around(p_tenant_id, f.resource_id, p_starts_at) end,
            f.unit, random()
        limit 1;
        exit when not found;
        insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
        values (
            p_tenant_id, v_lane.resource_id, v_lane.unit, lower(v_claimed), upper(v_claimed), p_booking_id
        )
        on conflict do nothing;
        if found then
            return v_lane.resource_id;
        end if;
        -- somebody was faster, and has committed: the next look sees it
    end loop;
    return null;
end
$function$;

comment on function booking.take_lane(
    uuid, booking.terms, uuid[], timestamptz, interval, uuid, timestamptz
) is 'Claims a lane for a booking and returns its resource; null if every one is taken or the start is not offered.';
