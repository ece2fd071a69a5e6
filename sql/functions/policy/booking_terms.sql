-- Everything about a service that its bookings depend on, read at once; for members with the notice that is theirs.
create or replace function booking.booking_terms(p_tenant_id uuid, p_service_id uuid, p_role text)
returns booking.terms
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_terms booking.terms;
begin
    select
        s.service_id, s.name, s.is_active, s.is_public, s.requires_confirmation, t.time_zone,
        s.duration, s.allowed_durations, s.slot_interval, s.slot_offset, s.buffer_before, s.buffer_after,
        s.price, s.currency, s.max_party_size,
        array(
            select q.resource_id
            from booking.requirement_resource as q
            where q.tenant_id = p_tenant_id and q.service_id = p_service_id
            order by q.resource_id
        ),
        (select d.policies from booking.policy_default as d where d.is_one)
        || coalesce(
            (
                -- of two settings of a policy the last one stays: the service's
                select jsonb_object_agg(p.policy_name, p.value order by p.service_id nulls first)
                from booking.policy_setting as p
                where p.tenant_id = p_tenant_id and (p.service_id is null or p.service_id = p_service_id)
            ),
            '{}'
        )
    into v_terms
    from booking.service as s
    join booking.tenant as t on t.tenant_id = s.tenant_id
    where s.tenant_id = p_tenant_id and s.service_id = p_service_id;
    if not found then
        perform booking.raise_error(
            p_code => 'not_found', p_message => 'there is no such service',
            p_details => jsonb_build_object('argument', 'p_service_id')
        );
    end if;
    if booking.is_member(p_role) and v_terms.policies ->> 'member_booking_notice_hours' is not null then
        v_terms.policies := jsonb_set(
            v_terms.policies, '{minimum_booking_notice_hours}', v_terms.policies -> 'member_booking_notice_hours'
        );
    end if;
    return v_terms;
end
$function$;

comment on function booking.booking_terms(uuid, uuid, text) is
'The terms of a service for a caller of this role, as booking.admit finds it; null: as for customers. Raises not_found
if the tenant has no such service.';
