-- For what looks at everything at once: trouble that it has not met again is over. Writes booking.alert.
create or replace function booking.resolve_old_alerts(p_source text, p_code text, p_before timestamptz)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.alert as a
    set resolved_at = booking.now()
    where a.source ^@ p_source and a.code = p_code and a.resolved_at is null and a.last_at < p_before;
end
$function$;

comment on function booking.resolve_old_alerts(text, text, timestamptz) is
'Closes alerts whose trouble was last met before p_before. p_source: how their source begins.';
