-- Digests are compared, so that the time it takes says nothing of how much was right.
create or replace function booking.is_signature(p_tenant_id uuid, p_text text, p_signature text)
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return p_signature is not null and coalesce(
        sha256(convert_to(p_signature, 'utf8')) = sha256(
            convert_to(booking.signature(p_tenant_id => p_tenant_id, p_text => p_text), 'utf8')
        ),
        false
    );
end
$function$;

comment on function booking.is_signature(uuid, text, text) is
'Whether a signature is the tenant''s of that text. Null is none.';
