-- The one way from wall-clock time to an instant (RFC 5545, section 3.3.5): a time that a zone skips moves
-- forward by the gap; of one that happens twice it is the first. "at time zone" alone gives the second of
-- the two. Where the same time of the day before lies 24 hours earlier, no clock changed in between and
-- there is nothing to choose; otherwise those 24 hours are added, and if the clock really shows the time
-- that was asked for, it is the first. Written as one expression without SET, so that it is inlined into
-- queries; all arithmetic is on timestamp without time zone, so that the session's zone has no say.
create or replace function booking.resolve_local(
    p_local timestamp,
    p_time_zone text,
    p_disambiguation text default 'earlier'
)
returns timestamptz
language sql
immutable parallel safe
as $function$
    select case
        when p_disambiguation = 'later' then p_local at time zone p_time_zone
        when
            (p_local at time zone p_time_zone) - ((p_local - interval '24:00') at time zone p_time_zone)
            = interval '24:00'
            then p_local at time zone p_time_zone
        when
            (
                (((p_local - interval '24:00') at time zone p_time_zone) at time zone 'UTC' + interval '24:00')
                at time zone 'UTC' at time zone p_time_zone
            ) = p_local
            then
                (((p_local - interval '24:00') at time zone p_time_zone) at time zone 'UTC' + interval '24:00')
                at time zone 'UTC'
        else p_local at time zone p_time_zone
    end
$function$;

comment on function booking.resolve_local(timestamp, text, text) is
'The instant of a wall-clock time in an IANA zone. p_disambiguation: earlier or later, of two.';
