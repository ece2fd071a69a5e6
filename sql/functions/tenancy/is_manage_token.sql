-- Digests are compared, so that the time it takes says nothing of how much was right.
create or replace function booking.is_manage_token(p_tenant_id uuid, p_booking_id uuid, p_manage_token text)
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return p_manage_token is not null and coalesce(
        sha256(convert_to(p_manage_token, 'utf8')) = sha256(
            convert_to(booking.manage_token(p_tenant_id => p_tenant_id, p_booking_id => p_booking_id), 'utf8')
        ),
        false
    );
end
$function$;

comment on function booking.is_manage_token(uuid, uuid, text) is
'Whether a token is that of the booking. Null is not.';
