-- The outcome of a command whose start was not to be had: the weightiest reason, all reasons in details, and for a
-- taken slot the nearest starts that are free. What visitors and customers are told of resources is for told_reason to
-- say.
create or replace function booking.slot_refusal(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_terms booking.terms,
    p_starts_at timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer,
    p_now timestamptz,
    p_booking booking.booking default null
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_reasons jsonb;
    v_code text;
    v_message text;
begin
    select
        coalesce(jsonb_agg(w.reason order by w.position), '[]'),
        (array_agg(w.reason ->> 'code' order by w.position))[1],
        (array_agg(w.reason ->> 'message' order by w.position))[1]
    into v_reasons, v_code, v_message
    from (
        select t.reason, min(r.position) as position
        from booking.slot_refusals(
            p_tenant_id => p_tenant_id,
            p_terms => booking.terms_of_start(
                p_actor => p_actor, p_terms => p_terms, p_booking => p_booking, p_starts_at => p_starts_at
            ),
            p_starts_at => p_starts_at, p_resource_id => p_resource_id, p_duration => p_duration,
            p_party_size => p_party_size, p_now => p_now, p_except_booking_id => (p_booking).booking_id
        ) with ordinality as r (code, message, resource_id, rule, rule_id, during, position)
        cross join lateral (
            select case
                when booking.is_outsider(p_actor.role) and r.resource_id is not null
                    then jsonb_build_object(
                        'code', r.code,
                        'message', booking.told_reason(p_actor, r.message, r.rule, r.resource_id)
                    )
                else jsonb_strip_nulls(to_jsonb(r) - 'position')
            end as reason
        ) as t
        group by t.reason
    ) as w;

    if coalesce(v_code, 'slot_taken') <> 'slot_taken' then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => v_code, p_message => v_message,
            p_details => jsonb_build_object('reasons', v_reasons), p_booking => p_booking
        );
    end if;
    -- no reason left: whoever had the time has given it back since, and the alternatives will include it
    return booking.refusal(
        p_operation_id => p_operation_id, p_code => 'slot_taken',
        p_message => 'this slot was just taken',
        p_details => jsonb_build_object(
            'reasons', v_reasons,
            'alternatives', booking.nearest_slots(
                p_tenant_id => p_tenant_id, p_terms => p_terms, p_starts_at => p_starts_at,
                p_resource_id => p_resource_id, p_duration => p_duration, p_party_size => p_party_size,
                p_now => p_now, p_except_booking_id => (p_booking).booking_id
            )
        ),
        p_booking => p_booking
    );
end
$function$;

comment on function booking.slot_refusal(
    uuid, booking.actor, uuid, booking.terms, timestamptz, uuid, interval, integer, timestamptz, booking.booking
) is 'The refusal of a start. p_booking null: for a new booking.';
