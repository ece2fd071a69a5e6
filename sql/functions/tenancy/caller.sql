-- Who calls: the subject and role of the token where there is one, the database role where not.
create or replace function booking.caller()
returns booking.actor
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
    return (coalesce(v_claims ->> 'role', current_user::text), v_claims ->> 'sub');
end
$function$;

comment on function booking.caller() is 'The actor of the running request.';
