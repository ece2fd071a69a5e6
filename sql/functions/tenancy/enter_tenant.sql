-- First statement of every private entry function: what follows sees this tenant's rows only. Checks that
-- an idle clock or session setting of the caller cannot change what is computed.
create or replace function booking.enter_tenant(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
end
$function$;

comment on function booking.enter_tenant(uuid) is 'Sets the row-security context, until the transaction ends.';
