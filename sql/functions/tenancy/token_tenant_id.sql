-- A trusted application may be given a token for one tenant: then there is no other for it. Called by the
-- wrappers of the functions that are about tenants.
create or replace function booking.token_tenant_id()
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
    if coalesce(v_claims ->> 'tenant_id', v_claims #>> '{app_metadata,tenant_id}') is not null then
        return booking.caller_tenant_id();
    end if;
    return null;
end
$function$;

comment on function booking.token_tenant_id() is
'The tenant that the running request''s token is for. Null: it is for all of them.';
