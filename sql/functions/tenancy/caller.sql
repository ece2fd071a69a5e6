-- Who calls, as the session says: the database role, which PostgREST and Flask take from a verified token, and
-- the token's subject. What they may do in a tenant is booking.admit's to find out.
create or replace function booking.caller()
returns booking.actor
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
    return (current_user::text, v_claims ->> 'sub', null::text, null::uuid, null::uuid[])::booking.actor;
end
$function$;

comment on function booking.caller() is 'The actor of the running request, before the door.';
