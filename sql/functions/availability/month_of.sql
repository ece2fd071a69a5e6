create or replace function booking.month_of(p_instant timestamptz)
returns date
language sql
immutable parallel safe
as $function$
    select date_trunc('month', p_instant at time zone 'UTC')::date
$function$;

comment on function booking.month_of(timestamptz) is
'The month of the timetable that an instant lies in: its first day, by the UTC calendar.';
