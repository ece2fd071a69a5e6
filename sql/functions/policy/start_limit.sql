create or replace function booking.start_limit(p_terms booking.terms, p_now timestamptz)
returns timestamptz
language sql
stable
as $function$
    select booking.resolve_local(
        p_local => (
            (p_now at time zone (p_terms).time_zone)::date
            + booking.policy_integer(p_terms => p_terms, p_policy_name => 'advance_booking_limit_days') + 1
        )::timestamp,
        p_time_zone => (p_terms).time_zone
    )
$function$;

comment on function booking.start_limit(booking.terms, timestamptz) is
'Before when a booking that is made now has to start: the midnight after the last local day that may be booked. Null: no
limit.';
