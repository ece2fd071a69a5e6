-- Twelve months have 365 days; by how much they have more or less, and leap years, is within forty years less than
-- half a month.
create or replace function booking.month_count(p_first date, p_last date)
returns integer
language sql
immutable parallel safe
as $function$
    select 1 + (12 * (p_last - p_first) + 183) / 365
$function$;

comment on function booking.month_count(date, date) is
'How many months of the timetable there are from one to another, both first days of a month, both counted.';
