create or replace function booking.month_count(p_window tstzrange)
returns integer
language sql
immutable parallel safe
as $function$
    select (
        1 + 12 * (
            extract(year from booking.month_of(upper(p_window))) - extract(year from booking.month_of(lower(p_window)))
        )
        + extract(month from booking.month_of(upper(p_window))) - extract(month from booking.month_of(lower(p_window)))
    )::integer
$function$;

comment on function booking.month_count(tstzrange) is
'How many months of the timetable there are from the beginning of a window to its end.';
