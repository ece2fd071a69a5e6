-- Whoever brings the address of a feed brings nothing else, so it says of which tenant it is: the first 22 of its 64
-- characters are the tenant's id and a bit of the secret.
create or replace function booking.calendar_tenant_id(p_token text)
returns uuid
language plpgsql
immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_token !~ '^[A-Za-z0-9_-]{64}$' then
        return null;
    end if;
    return encode(substr(decode(translate(p_token, '-_', '+/'), 'base64'), 1, 16), 'hex')::uuid;
end
$function$;

comment on function booking.calendar_tenant_id(text) is 'The tenant that a feed''s token names; null: it is none.';
