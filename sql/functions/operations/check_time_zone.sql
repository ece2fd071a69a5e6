create or replace function booking.check_time_zone(p_time_zone text, p_argument text)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => exists (select from booking.time_zone as z where z.name = p_time_zone),
        p_argument => p_argument, p_message => 'must be an IANA time zone such as Europe/Berlin'
    );
end
$function$;

comment on function booking.check_time_zone(text, text) is 'Raises invalid_argument on what is no IANA zone name.';
