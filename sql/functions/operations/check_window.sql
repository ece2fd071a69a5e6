-- The usual window is in order, and to see that takes one expression; only otherwise is it asked what is wrong.
create or replace function booking.check_window(p_from timestamptz, p_to timestamptz, p_most_days integer)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if booking.is_instant(p_from) and booking.is_instant(p_to) and p_from < p_to
        and p_to - p_from <= make_interval(hours => 24 * p_most_days)
    then
        return;
    end if;
    perform booking.check_instant(p_instant => p_from, p_argument => 'p_from');
    perform booking.check_instant(p_instant => p_to, p_argument => 'p_to');
    perform booking.check_argument(
        p_is_valid => p_from < p_to, p_argument => 'p_to', p_message => 'must be after p_from'
    );
    perform booking.check_argument(
        p_is_valid => false, p_argument => 'p_to',
        p_message => format('must lie at most %s days after p_from', p_most_days)
    );
end
$function$;

comment on function booking.check_window(timestamptz, timestamptz, integer) is
'Raises invalid_argument unless p_from < p_to and they are at most p_most_days apart.';
