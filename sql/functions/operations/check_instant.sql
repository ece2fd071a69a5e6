-- Infinity and far-away years are typing errors; range arithmetic on them would only fail later.
create or replace function booking.check_instant(p_instant timestamptz, p_argument text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => p_instant between '1970-01-01Z' and '2200-01-01Z',
        p_argument => p_argument, p_message => 'must be an instant between the years 1970 and 2200'
    );
end
$function$;

comment on function booking.check_instant(timestamptz, text) is
'Raises invalid_argument on null and implausible instants.';
