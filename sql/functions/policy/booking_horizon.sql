-- From when and until when a booking may start. One formula for listing, booking and explaining.
create or replace function booking.booking_horizon(p_terms booking.terms, p_now timestamptz)
returns tstzrange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_earliest timestamptz := booking.earliest_start(p_terms => p_terms, p_now => p_now);
    v_limit timestamptz := booking.start_limit(p_terms => p_terms, p_now => p_now);
begin
    return tstzrange(v_earliest, case when v_limit is not null then greatest(v_earliest, v_limit) end);
end
$function$;

comment on function booking.booking_horizon(booking.terms, timestamptz) is
'[earliest_start, start_limit); empty where the notice reaches past the limit.';
