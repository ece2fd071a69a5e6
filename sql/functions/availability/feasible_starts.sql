-- Free time shrunk by buffers and duration. Both bounds belong to the result: what ends with the free range
-- fits. The set stands in a select list: in FROM, it would be put aside first.
create or replace function booking.feasible_starts(
    p_free tstzmultirange,
    p_before interval,
    p_duration interval,
    p_after interval
)
returns table (starts tstzmultirange)
language sql
stable parallel safe
as $function$
    select
        range_agg(
            tstzrange(lower(f.during) + p_before, upper(f.during) - (p_duration + p_after), '[]')
        )
    from (select unnest(p_free) as during) as f
    where lower(f.during) + p_before <= upper(f.during) - (p_duration + p_after)
$function$;

comment on function booking.feasible_starts(tstzmultirange, interval, interval, interval) is
'Instants at which something of that duration and buffers can start within free time; null: none.';
