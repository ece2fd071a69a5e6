-- Takes no locks.
create or replace function booking.check_list_bookings(
    p_from timestamptz, p_to timestamptz, p_status text, p_limit integer
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_argument(
        p_is_valid => p_status is null or p_status in ('pending', 'confirmed', 'cancelled'),
        p_argument => 'p_status', p_message => 'must be pending, confirmed or cancelled'
    );
    perform booking.check_limit(p_limit => p_limit);
end
$function$;

comment on function booking.check_list_bookings(timestamptz, timestamptz, text, integer) is
'Raises invalid_argument on what no bookings can be listed by.';
