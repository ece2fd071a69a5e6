-- Called by booking_v1.upsert_policy only. Locks the service; of rate limits, the tenant against other changes, and
-- renews what they come to. Writes policy_setting and rate_limit.
create or replace function booking.upsert_policy(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_policy_name text,
    p_value jsonb,
    p_service_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_definition booking.policy_definition;
    -- PostgREST has SQL null for JSON null
    v_value jsonb := case when p_value = '"none"' then 'null' else p_value end;
    v_is_rate_limit boolean := p_policy_name ^@ 'rate_limit_';
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_policy'
    );
    if p_service_id is not null then
        perform s.service_id -- one that is being deleted is waited for, and then isn't there
        from booking.service as s
        where s.tenant_id = p_tenant_id and s.service_id = p_service_id
        for key share;
        perform booking.booking_terms(p_tenant_id => p_tenant_id, p_service_id => p_service_id, p_role => v_actor.role);
    end if;
    select d.* into v_definition from booking.policy_definition as d where d.policy_name = p_policy_name;
    perform booking.check_argument(
        p_is_valid => found, p_argument => 'p_policy_name', p_message => 'must be one of effective_policies'
    );
    if v_definition.is_reserved and v_actor.role <> 'service' then
        perform booking.raise_error(
            p_code => 'not_allowed', p_message => format('%s is set by applications only', p_policy_name),
            p_details => jsonb_build_object('argument', 'p_policy_name'),
            p_hint => 'Ask whoever runs this installation.'
        );
    end if;
    perform booking.check_argument(
        p_is_valid => p_service_id is null or not v_definition.is_tenant_wide, p_argument => 'p_service_id',
        p_message => format('must be null: %s is set for all services', p_policy_name)
    );
    perform booking.check_argument(
        p_is_valid => not v_definition.is_fixed or v_value = v_definition.default_value,
        p_argument => 'p_value',
        p_message => format('cannot be changed. %s', v_definition.description)
    );
    perform booking.check_argument(
        p_is_valid => booking.is_policy_value(p_definition => v_definition, p_value => v_value),
        p_argument => 'p_value',
        p_message => format(
            case v_definition.value_kind
                when 'boolean' then 'must be true or false'
                when 'email' then 'must be an e-mail address, or "none"'
                when 'minutes_list' then 'must be a list of up to ten different integers between %s and %s'
                else 'must be an integer between %s and %s, or "none"'
            end,
            v_definition.minimum, v_definition.maximum
        )
    );
    if v_is_rate_limit then
        perform booking.lock_tenant(p_tenant_id); -- one after the other
    end if;
    if v_value is null then
        delete from booking.policy_setting as s
        where
            s.tenant_id = p_tenant_id and s.service_id is not distinct from p_service_id
            and s.policy_name = p_policy_name;
    else
        insert into booking.policy_setting (tenant_id, service_id, policy_name, value)
        values (p_tenant_id, p_service_id, p_policy_name, v_value)
        on conflict (tenant_id, service_id, policy_name) do update set value = excluded.value;
    end if;
    if v_is_rate_limit then
        perform booking.renew_rate_limit(p_tenant_id => p_tenant_id);
    end if;
end
$function$;

comment on function booking.upsert_policy(uuid, booking.actor, text, jsonb, uuid) is 'See booking_v1.upsert_policy.';
