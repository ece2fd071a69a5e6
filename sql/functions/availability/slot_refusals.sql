-- Why a start cannot be booked, weightiest reason first; no row: it can. Of several resources the one that
-- came closest decides what a refusal says, so their rows are ordered by how far each came.
create or replace function booking.slot_refusals(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_starts_at timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer,
    p_now timestamptz,
    p_except_booking_id uuid default null
)
returns table (code text, message text, resource_id uuid, rule text, rule_id uuid, during tstzrange)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_candidates uuid[] := booking.candidates(
        p_terms => p_terms, p_resource_id => p_resource_id, p_duration => p_duration,
        p_party_size => p_party_size
    );
    v_resource_ids uuid[] := array(
        select r.resource_id
        from booking.resource as r
        where r.tenant_id = p_tenant_id and r.resource_id = any(v_candidates) and r.is_active
    );
    v_wanted tstzrange := tstzrange(
        p_starts_at - (p_terms).buffer_before, p_starts_at + p_duration + (p_terms).buffer_after
    );
begin
    return query
    select t.code, t.message, null::uuid, t.rule, null::uuid, t.during
    from booking.timing_refusals(
        p_tenant_id => p_tenant_id, p_terms => p_terms, p_starts_at => p_starts_at,
        p_duration => p_duration, p_now => p_now, p_except_booking_id => p_except_booking_id
    ) as t;

    if v_resource_ids = '{}' and booking.is_duration_allowed(p_terms => p_terms, p_duration => p_duration) then
        return query
        select
            'no_resource', 'no resource of this service can take that', p_resource_id, 'requirement',
            null::uuid, null::tstzrange;
    end if;

    return query
    with refusal as materialized (
        select r.*, max(r.stage) filter (where r.is_first) over () as closest
        from (
            select r.*, min(r.stage) over (partition by r.resource_id) = r.stage as is_first
            from booking.resource_refusals(
                p_tenant_id, (p_terms).time_zone, v_resource_ids, v_wanted, p_except_booking_id
            ) as r
        ) as r
    )

    select r.code, r.message, r.resource_id, r.rule, r.rule_id, r.during
    from refusal as r
    where (select count(distinct x.resource_id) from refusal as x) = cardinality(v_resource_ids)
    order by not (r.is_first and r.stage = r.closest), r.resource_id, r.stage, r.during;
end
$function$;

comment on function booking.slot_refusals(
    uuid, booking.terms, timestamptz, uuid, interval, integer, timestamptz, uuid
) is 'Reasons why a start cannot be booked. Empty if and only if slot_lanes offers it.';
