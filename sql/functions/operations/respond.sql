-- Hands an outcome to the client: a refusal carries its HTTP status, and commits. PostgREST reads
-- response.status; elsewhere the setting is without effect.
create or replace function booking.respond(p_outcome booking_v1.outcome)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_outcome.http_status >= 400 then
        perform set_config('response.status', p_outcome.http_status::text, true);
    elsif current_setting('response.status', true) >= '400' then -- of a refusal before, in the same transaction
        perform set_config('response.status', '', true);
    end if;
    return p_outcome;
end
$function$;

comment on function booking.respond(booking_v1.outcome) is
'Sets the HTTP status of a refusal, takes that of an earlier one back, and returns the outcome.';
