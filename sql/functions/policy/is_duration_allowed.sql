create or replace function booking.is_duration_allowed(p_terms booking.terms, p_duration interval)
returns boolean
language sql
immutable
as $function$
    select p_duration = (p_terms).duration or p_duration = any((p_terms).allowed_durations)
$function$;

comment on function booking.is_duration_allowed(booking.terms, interval) is
'Whether the service can be booked for so long.';
