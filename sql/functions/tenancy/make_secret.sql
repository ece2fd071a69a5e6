-- Two random UUIDs are 244 random bits; core PostgreSQL has no other source of them. Writes tenant_secret.
create or replace function booking.make_secret(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.tenant_secret (tenant_id, secret)
    values (p_tenant_id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    on conflict (tenant_id) do nothing;
end
$function$;

comment on function booking.make_secret(uuid) is 'Gives a tenant a secret, if it has none.';
