-- The local days of a zone that a window touches, and the one before, whose night shifts reach into it.
-- A day without a change of offset, in itself and the next, carries its offset: wall-clock times of the two
-- become instants by subtraction, which is what makes a half year of slots cheap. A date that the zone
-- skipped (Pacific/Apia, 2011-12-30) is no day.
create or replace function booking.local_days(p_time_zone text, p_window tstzrange)
returns table (on_date date, weekday integer, starts_at timestamptz, ends_at timestamptz, utc_offset interval)
language sql
stable parallel safe
as $function$
    select
        d.on_date,
        extract(dow from d.on_date)::integer,
        d.starts_at,
        d.ends_at,
        case
            when
                d.ends_at - d.starts_at = interval '24:00'
                and booking.utc_offset(d.starts_at, p_time_zone)
                = booking.utc_offset(d.starts_at + interval '48:00', p_time_zone)
                then booking.utc_offset(d.starts_at, p_time_zone)
        end
    from (
        select
            n.on_date,
            booking.resolve_local(n.on_date::timestamp, p_time_zone) as starts_at,
            booking.resolve_local((n.on_date + 1)::timestamp, p_time_zone) as ends_at
        from (
            select (lower(p_window) at time zone p_time_zone)::date + g.i as on_date
            from generate_series(
                -1,
                (upper(p_window) at time zone p_time_zone)::date
                - (lower(p_window) at time zone p_time_zone)::date
            ) as g (i)
        ) as n
        offset 0 -- keeps the two instants from being computed again wherever they are used
    ) as d
    where d.starts_at < d.ends_at
$function$;

comment on function booking.local_days(text, tstzrange) is
'Local days of a zone around a window: date, weekday (0 = Sunday), bounds, and the UTC offset if it does not change.';
