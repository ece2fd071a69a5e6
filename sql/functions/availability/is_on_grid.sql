create or replace function booking.is_on_grid(
    p_starts_at timestamptz,
    p_time_zone text,
    p_interval interval,
    p_offset interval
)
returns boolean
language sql
immutable parallel safe
as $function$
    select
        (p_starts_at at time zone p_time_zone)::time >= p_offset::time
        and extract(epoch from (p_starts_at at time zone p_time_zone)::time - p_offset::time)
        % extract(epoch from p_interval) = 0
$function$;

comment on function booking.is_on_grid(timestamptz, text, interval, interval) is
'Whether a zone''s clock shows p_offset plus a multiple of p_interval since midnight: what grid_starts lists.';
