-- For a job that looks at everything in one run: trouble that the run has not met again is over. What was met by a
-- clock that was ahead was not met in this run either. Writes booking.alert.
create or replace function booking.resolve_old_alerts(p_source text, p_code text, p_before timestamptz)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.alert as a
    set resolved_at = greatest(a.raised_at, booking.now()) -- as in resolve_alert
    where
        a.source ^@ p_source and a.code = p_code and a.resolved_at is null
        and a.last_at not between p_before and booking.now();
end
$function$;

comment on function booking.resolve_old_alerts(text, text, timestamptz) is
'Closes alerts whose trouble was not met from p_before, when the run began, until now. p_source: how their source
begins.';
