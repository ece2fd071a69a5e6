-- The same answer for another tenant's id and for one that nobody has: a token for one tenant tells nothing of
-- the others, nor how many there are.
create or replace function booking.check_token_tenant(p_tenant_id uuid, p_token_tenant_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_tenant_id is distinct from coalesce(p_token_tenant_id, p_tenant_id) then
        perform booking.raise_error(
            p_code => 'not_allowed', p_message => 'the token is for its own tenant only',
            p_details => jsonb_build_object('argument', 'p_tenant_id')
        );
    end if;
end
$function$;

comment on function booking.check_token_tenant(uuid, uuid) is
'Raises not_allowed unless the token is for that tenant. p_token_tenant_id null: it is for all of them.';
