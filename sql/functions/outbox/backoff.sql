-- Takes no locks. Volatile, because half of the pause is drawn: effects that failed together don't come back
-- together.
create or replace function booking.backoff(p_kind booking.outbox_kind, p_attempt_count integer)
returns interval
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    return least(
        p_kind.backoff_base * (2 ^ least(p_attempt_count - 1, 30)), p_kind.backoff_most
    ) * (0.5 + random() / 2);
end
$function$;

comment on function booking.backoff(booking.outbox_kind, integer) is
'The pause after so many attempts: it doubles each time, up to the kind''s longest; between half of it and all.';
