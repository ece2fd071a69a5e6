create or replace function booking.utc_offset(p_instant timestamptz, p_time_zone text)
returns interval
language sql
immutable parallel safe
as $function$
    select (p_instant at time zone p_time_zone) - (p_instant at time zone 'UTC')
$function$;

comment on function booking.utc_offset(timestamptz, text) is 'What a zone''s clocks are ahead of UTC at an instant.';
