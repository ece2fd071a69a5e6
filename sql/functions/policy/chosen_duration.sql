-- The elapsed time a caller means; a day is 24 hours. Raises invalid_argument on what is no duration.
create or replace function booking.chosen_duration(p_terms booking.terms, p_duration interval)
returns interval
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_duration is null then
        return (p_terms).duration;
    end if;
    perform booking.check_argument(
        p_is_valid => extract(month from p_duration) = 0 and extract(year from p_duration) = 0
            and p_duration > interval '0' and p_duration <= interval '744 hours',
        p_argument => 'p_duration', p_message => 'must be positive, at most 31 days, and without months'
    );
    return make_interval(secs => extract(epoch from p_duration)::double precision);
end
$function$;

comment on function booking.chosen_duration(booking.terms, interval) is
'p_duration as elapsed time; null: the service''s own. Whether the service allows it is another question.';
