create or replace function booking.earliest_start(p_terms booking.terms, p_now timestamptz)
returns timestamptz
language sql
stable
as $function$
    select p_now + pg_catalog.make_interval(
        hours => coalesce(
            booking.policy_integer(p_terms => p_terms, p_policy_name => 'minimum_booking_notice_hours'), 0
        )
    )
$function$;

comment on function booking.earliest_start(booking.terms, timestamptz) is
'From when a booking that is made now may start: after the minimum notice.';
