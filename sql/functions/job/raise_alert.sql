-- Says that somebody has to look at something. Trouble that is open already is counted, not told again. Writes
-- booking.alert.
create or replace function booking.raise_alert(p_source text, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
begin
    insert into booking.alert as a (source, code, message, raised_at, last_at)
    values (p_source, p_code, left(p_message, 500), v_now, v_now)
    on conflict (source, code) where resolved_at is null do update
        set message = excluded.message, last_at = excluded.last_at, count = a.count + 1;
end
$function$;

comment on function booking.raise_alert(text, text, text) is
'Opens an alert, or notes that its trouble was met again. No personal data in p_message.';
