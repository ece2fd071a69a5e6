create or replace function booking.check_instant(p_instant timestamptz, p_argument text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => booking.is_instant(p_instant),
        p_argument => p_argument, p_message => 'must be an instant between the years 1970 and 2200'
    );
end
$function$;

comment on function booking.check_instant(timestamptz, text) is
'Raises invalid_argument on null and implausible instants.';
