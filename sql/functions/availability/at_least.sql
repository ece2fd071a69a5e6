-- A sweep over all bounds counts how many of the ranges lie over each instant, whatever their number. Bounds belong to
-- their ranges: at one instant, those that begin count before those that end. Where all are required, intersecting them
-- is faster than the sweep: the result shrinks with each, and the sweep has to count every bound.
create or replace function booking.at_least(p_starts tstzmultirange[], p_required integer)
returns tstzmultirange
language sql
stable parallel safe
as $function$
    with bound as (
        select b.at, sum(b.step) as step, b.step < 0 as is_end
        from unnest(p_starts) as p (starts)
        cross join lateral unnest(p.starts) as s (during)
        cross join lateral (values (lower(s.during), 1), (upper(s.during), -1)) as b (at, step)
        group by b.at, b.step < 0
    ),

    level as (
        select
            b.at,
            sum(b.step) over (order by b.at, b.is_end) as free,
            lead(b.at) over (order by b.at, b.is_end) as until_at
        from bound as b
    )

    select case
        when p_required = cardinality(p_starts) then (
            select range_intersect_agg(p.starts)
            from unnest(p_starts) as p (starts)
        )
        else (
            select range_agg(tstzrange(l.at, l.until_at, '[]'))
            from level as l
            where l.free >= p_required
        )
    end
$function$;

comment on function booking.at_least(tstzmultirange[], integer) is
'The instants that lie in at least p_required of these bounded multiranges, none of which is null, their bounds
included; null or empty: none.';
