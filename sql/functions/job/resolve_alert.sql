-- Says that trouble is over. Writes booking.alert.
create or replace function booking.resolve_alert(p_source text, p_code text)
returns boolean
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    update booking.alert as a
    set resolved_at = greatest(a.raised_at, booking.now()) -- it may have been raised by a clock that was ahead
    where a.source = p_source and a.code = p_code and a.resolved_at is null;
    return found;
end
$function$;

comment on function booking.resolve_alert(text, text) is 'Closes an alert. False: it was not open.';
