-- Days are divided by the twelfth part of 365, and the result is rounded. Months of other lengths and leap years make
-- an error of less than half a month within forty years, so rounding gives the exact number.
create or replace function booking.month_count(p_first date, p_last date)
returns integer
language sql
immutable parallel safe
as $function$
    select 1 + (12 * (p_last - p_first) + 183) / 365
$function$;

comment on function booking.month_count(date, date) is
'How many months of the timetable there are from one to another, both first days of a month, both counted.';
