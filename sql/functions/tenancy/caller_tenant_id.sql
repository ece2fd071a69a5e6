-- Which tenant the caller means. In this order: the token, the session's choice (booking_v1.use_tenant),
-- the header x-tenant (slug or id), the only tenant there is. Whoever may call it: everybody.
create or replace function booking.caller_tenant_id()
returns uuid
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
    v_named text := coalesce(
        v_claims ->> 'tenant_id',
        v_claims #>> '{app_metadata,tenant_id}',
        nullif(current_setting('booking.chosen_tenant', true), ''),
        nullif(current_setting('request.headers', true), '')::json ->> 'x-tenant'
    );
    v_tenant_id uuid;
begin
    if v_named is null then
        select t.tenant_id into v_tenant_id
        from booking.tenant as t
        where (select count(*) from (select from booking.tenant limit 2) as two) = 1;
    elsif v_named ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then -- which no slug looks like
        select t.tenant_id into v_tenant_id from booking.tenant as t where t.tenant_id = v_named::uuid;
    else
        select t.tenant_id into v_tenant_id from booking.tenant as t where t.slug = v_named;
    end if;
    if v_tenant_id is not null then
        return v_tenant_id;
    end if;
    perform booking.raise_error(
        p_code => 'not_authenticated',
        p_message => case
            when v_named is null then 'no tenant was chosen'
            else 'there is no such tenant'
        end
    );
end
$function$;

comment on function booking.caller_tenant_id() is
'The tenant of the running request. Raises not_authenticated if none is chosen or it does not exist.';
