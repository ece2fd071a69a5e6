-- The slot grid over feasible starts: every instant whose wall clock shows p_offset plus a multiple of
-- p_interval since midnight (booking.grid_of). Both passes of a repeated hour count; times that a zone skips do not
-- exist. The sets stand in select lists: in FROM, those of each range would be put aside first.
create or replace function booking.grid_starts(p_starts tstzmultirange, p_grid booking.grid)
returns table (starts_at timestamptz)
language sql
stable
as $function$
    select g.starts_at
    from (
        select
            p.utc_offset,
            generate_series(
                -- the first time of the grid that is not before the range
                date_bin(
                    (p_grid).slot_interval,
                    case
                        when lower_inc(r.during) then lower(r.during) - interval '1 microsecond'
                        else lower(r.during)
                    end,
                    p.anchor
                ) + (p_grid).slot_interval,
                case when upper_inc(r.during) then upper(r.during) else upper(r.during) - interval '1 microsecond' end,
                (p_grid).slot_interval
            ) as starts_at
        from unnest((p_grid).pieces) as p
        cross join lateral (select unnest(p_starts * tstzmultirange(p.during)) as during) as r
    ) as g
    where g.utc_offset is null or booking.utc_offset(g.starts_at, (p_grid).time_zone) = g.utc_offset
$function$;

comment on function booking.grid_starts(tstzmultirange, booking.grid) is
'The instants of a grid that lie in a multirange. Unordered.';
