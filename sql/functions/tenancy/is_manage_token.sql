create or replace function booking.is_manage_token(p_tenant_id uuid, p_booking_id uuid, p_manage_token text)
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return booking.is_signature(
        p_tenant_id => p_tenant_id, p_text => 'booking:' || p_booking_id, p_signature => p_manage_token
    );
end
$function$;

comment on function booking.is_manage_token(uuid, uuid, text) is
'Whether a token is that of the booking. Null is not.';
