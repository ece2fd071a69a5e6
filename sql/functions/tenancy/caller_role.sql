-- As whom the session says it calls: the database role, which PostgREST and Flask take from a verified token. A trusted
-- application of another role may act for somebody by setting the claims.
create or replace function booking.caller_role()
returns text
language sql
stable parallel safe
as $function$
    select case
        when current_user in ('anon', 'authenticated') then current_user::text
        else coalesce(
            nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb ->> 'role', current_user::text
        )
    end
$function$;

comment on function booking.caller_role() is 'The role of the running request.';
