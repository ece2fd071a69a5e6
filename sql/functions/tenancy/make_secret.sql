-- Called when the first token is needed. Writes tenant_secret.
create or replace function booking.make_secret(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.tenant_secret (tenant_id, secret)
    values (p_tenant_id, booking.random_secret())
    on conflict (tenant_id) do nothing;
end
$function$;

comment on function booking.make_secret(uuid) is 'Gives a tenant a secret, if it has none.';
