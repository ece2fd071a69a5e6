-- What makes a token worth something: only the engine can sign, and one tenant's signature is nothing to another.
create or replace function booking.signature(p_tenant_id uuid, p_text text)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select translate(
            encode(booking.hmac_sha256(s.secret, convert_to(p_text, 'utf8')), 'base64'),
            '+/=', '-_'
        )
        from booking.tenant_secret as s
        where s.tenant_id = p_tenant_id
    );
end
$function$;

comment on function booking.signature(uuid, text) is
'A tenant''s signature of a text: 43 characters of base64url. Null while the tenant has no secret.';
