-- Whoever imports may see all bookings, and has to decide which of two stays: so the refusal names the other one. It
-- offers no alternatives, since the booking was agreed for this time.
create or replace function booking.agreed_time_refusal(
    p_tenant_id uuid,
    p_operation_id uuid,
    p_resource_ids uuid[],
    p_during tstzrange,
    p_booking booking.booking
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_reasons jsonb;
    v_outcome booking_v1.outcome;
begin
    if p_resource_ids = '{}' then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'no_resource', p_booking => p_booking,
            p_message => 'no resource was named, and the service has none'
        );
    end if;
    select jsonb_agg(k.reason) into v_reasons
    from (
        select jsonb_build_object(
            'code', 'slot_taken', 'message', r.name || ' is booked', 'resource_id', r.resource_id,
            'rule', 'claim', 'rule_id', c.booking_id, 'during', tstzrange(c.starts_at, c.ends_at)
        ) as reason
        from booking.resource as r
        cross join lateral generate_series(1, r.units) as u (unit)
        cross join lateral booking.claims(p_tenant_id, r.resource_id, u.unit, p_during) as c
        where
            r.tenant_id = p_tenant_id and r.resource_id = any(p_resource_ids)
            and c.booking_id is distinct from (p_booking).booking_id
        order by r.resource_id, c.starts_at
        limit 20
    ) as k;
    v_outcome := booking.refusal(
        p_operation_id => p_operation_id, p_code => 'slot_taken', p_booking => p_booking,
        p_message => 'another booking has this time, buffers included',
        p_details => jsonb_build_object('reasons', coalesce(v_reasons, '[]'), 'alternatives', jsonb '[]')
    );
    v_outcome.hint := 'Move or cancel one of the two, give the resource more units, or import both without buffers.';
    return v_outcome;
end
$function$;

comment on function booking.agreed_time_refusal(uuid, uuid, uuid[], tstzrange, booking.booking) is
'The refusal of an imported booking whose time is not to be had. p_booking null: it is not known here yet.';
