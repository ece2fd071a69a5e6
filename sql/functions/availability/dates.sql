create or replace function booking.dates(p_first date, p_last date)
returns table (on_date date, weekday integer)
language sql
immutable parallel safe
as $function$
    select p_first + n.i, (extract(dow from p_first)::integer + n.i) % 7
    from generate_series(0, p_last - p_first) as n (i)
$function$;

comment on function booking.dates(date, date) is
'All dates between two, both included, with their weekdays (0 = Sunday).';
