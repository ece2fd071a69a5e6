-- The elapsed time a caller means. Raises invalid_argument on what is no duration.
create or replace function booking.chosen_duration(p_terms booking.terms, p_duration interval)
returns interval
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_duration interval := booking.elapsed_time(p_duration);
begin
    if p_duration is null then
        return (p_terms).duration;
    end if;
    perform booking.check_duration(p_duration => v_duration, p_argument => 'p_duration');
    return v_duration;
end
$function$;

comment on function booking.chosen_duration(booking.terms, interval) is
'p_duration as elapsed time; null: the service''s own. Whether the service allows it is another question.';
