-- Who calls, as the session says: the database role, which PostgREST and Flask take from a verified token, and
-- the token's subject. A trusted application of another role may act for somebody by setting the claims. What
-- the caller may do in a tenant is booking.admit's to find out.
create or replace function booking.caller()
returns booking.actor
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
    v_headers json := nullif(current_setting('request.headers', true), '')::json;
begin
    return (
        case
            when current_user in ('anon', 'authenticated') then current_user::text
            else coalesce(v_claims ->> 'role', current_user::text)
        end,
        nullif(v_claims ->> 'sub', ''), -- else all whom an issuer gives none would be one person
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
