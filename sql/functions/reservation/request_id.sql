create or replace function booking.request_id(p_tenant_id uuid, p_request jsonb)
returns uuid
language sql
stable
as $function$
    select substr(
        encode(
            booking.hmac_sha256(s.secret, convert_to('import:' || p_request::text, 'utf8')), 'hex'
        ), 1, 32
    )::uuid
    from booking.tenant_secret as s
    where s.tenant_id = p_tenant_id
$function$;

comment on function booking.request_id(uuid, jsonb) is
'The operation of an import: the same one for the same request, and unknown to whoever has not the tenant''s secret.';
