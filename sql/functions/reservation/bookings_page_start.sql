create or replace function booking.bookings_page_start(p_tenant_id uuid, p_actor booking.actor, p_after uuid)
returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_starts_at timestamptz;
begin
    if p_after is null then
        return null;
    end if;
    select b.starts_at into v_starts_at
    from booking.booking as b
    where
        b.tenant_id = p_tenant_id and b.booking_id = p_after
        and booking.is_within_reach(p_actor, b.customer_id, b.resource_ids);
    perform booking.check_argument(
        p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of a booking'
    );
    return v_starts_at;
end
$function$;

comment on function booking.bookings_page_start(uuid, booking.actor, uuid) is
'When the booking starts after which a list goes on; null: at its beginning. Raises invalid_argument where p_after is
none of the caller''s.';
