-- Who calls, as the session says. What the caller may do in a tenant is booking.admit's to find out.
create or replace function booking.caller()
returns booking.actor
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_headers json := nullif(current_setting('request.headers', true), '')::json;
begin
    return (
        booking.caller_role(),
        booking.caller_subject(),
        null::text, null::uuid, null::uuid[],
        left(
            coalesce(
                nullif(current_setting('booking.correlation_id', true), ''), -- Flask makes one where none is sent
                v_headers ->> 'x-correlation-id', v_headers ->> 'x-request-id'
            ),
            100
        )
    )::booking.actor;
end
$function$;

comment on function booking.caller() is 'The actor of the running request, before the door.';
