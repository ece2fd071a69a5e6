-- The one way from wall-clock time to an instant (RFC 5545, section 3.3.5): a time that a zone skips moves
-- forward by the gap; of one that happens twice it is the first. "at time zone" alone gives the second of
-- the two. The first lies 24 hours after the same time of the day before: if the clock really shows then the time
-- that was asked for, that is it. Written as one expression without SET, so that it is inlined into queries;
-- hours are elapsed time, so that the session's zone has no say.
create or replace function booking.resolve_local(
    p_local timestamp,
    p_time_zone text,
    p_disambiguation text default 'earlier'
)
returns timestamptz
language sql
stable parallel safe
as $function$
    select case
        when p_disambiguation = 'later' then p_local at time zone p_time_zone
        when
            ((p_local - interval '24:00') at time zone p_time_zone + interval '24:00') at time zone p_time_zone
            = p_local
            then (p_local - interval '24:00') at time zone p_time_zone + interval '24:00'
        else p_local at time zone p_time_zone
    end
$function$;

comment on function booking.resolve_local(timestamp, text, text) is
'The instant of a wall-clock time in an IANA zone. p_disambiguation: earlier or later, of two.';
