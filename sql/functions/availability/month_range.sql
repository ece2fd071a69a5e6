create or replace function booking.month_range(p_month date)
returns tstzrange
language sql
immutable parallel safe
as $function$
    select tstzrange(
        p_month::timestamp at time zone 'UTC', (p_month + interval '1 month') at time zone 'UTC'
    )
$function$;

comment on function booking.month_range(date) is 'A month of the timetable, by the UTC calendar.';
