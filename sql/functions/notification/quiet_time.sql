-- When to remind somebody whose quiet hours the instant would fall into: a quarter of an hour before these begin.
-- Earlier, never later, for later could be after the appointment. One expression, so that it is inlined into the
-- query that looks through all that is due.
create or replace function booking.quiet_time(
    p_due_at timestamptz,
    p_time_zone text,
    p_quiet_from integer,
    p_quiet_until integer
)
returns timestamptz
language sql
stable parallel safe
as $function$
    select case
        when p_quiet_from is null or p_quiet_until is null or p_quiet_from = p_quiet_until then p_due_at
        -- hours since the quiet ones began, less than their number: they go on
        when
            (24 + extract(hour from p_due_at at time zone p_time_zone)::integer - p_quiet_from) % 24
            < (24 + p_quiet_until - p_quiet_from) % 24
            then least(
                p_due_at,
                booking.resolve_local(
                    date_trunc('hour', p_due_at at time zone p_time_zone) - interval '00:15'
                    - make_interval(
                        hours => (
                            24 + extract(hour from p_due_at at time zone p_time_zone)::integer - p_quiet_from
                        ) % 24
                    ),
                    p_time_zone
                )
            )
        else p_due_at
    end
$function$;

comment on function booking.quiet_time(timestamptz, text, integer, integer) is
'p_due_at, or an earlier instant outside the quiet hours. p_time_zone: the reader''s. p_quiet_from and p_quiet_until:
local hours, 0 to 23, the first included, the second not; 21 and 8 are a night. Null, or alike: none are quiet.';
