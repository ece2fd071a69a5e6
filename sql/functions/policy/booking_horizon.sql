-- From when and until when a booking may start. One formula for listing, booking and explaining.
create or replace function booking.booking_horizon(p_terms booking.terms, p_now timestamptz)
returns tstzrange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_earliest timestamptz := booking.earliest_start(p_terms => p_terms, p_now => p_now);
    v_midnight timestamp := (
        (p_now at time zone p_terms.time_zone)::date
        + booking.policy_integer(p_terms => p_terms, p_policy_name => 'advance_booking_limit_days') + 1
    )::timestamp;
begin
    return tstzrange(
        v_earliest,
        case
            when v_midnight is not null then greatest(
                v_earliest, booking.resolve_local(p_local => v_midnight, p_time_zone => p_terms.time_zone)
            )
        end
    );
end
$function$;

comment on function booking.booking_horizon(booking.terms, timestamptz) is
'[earliest_start, the midnight after the last local day that may be booked). No advance limit: unbounded. Empty where
the notice reaches past that midnight.';
