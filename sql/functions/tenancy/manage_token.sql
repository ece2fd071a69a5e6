-- What lets a visitor manage a booking without an account: signed, not stored, and worth nothing for another
-- booking or tenant.
create or replace function booking.manage_token(p_tenant_id uuid, p_booking_id uuid)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return booking.signature(p_tenant_id => p_tenant_id, p_text => 'booking:' || p_booking_id);
end
$function$;

comment on function booking.manage_token(uuid, uuid) is
'The token of a booking: 43 characters of base64url. Null while the tenant has no secret, and then none is valid.';
