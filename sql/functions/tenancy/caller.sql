-- Who calls: the subject and role of the token where there is one, the database role where not.
create or replace function booking.caller()
returns booking.actor
language sql
stable
as $function$
    select
        coalesce(c.claims ->> 'role', current_user::text),
        c.claims ->> 'sub'
    from (
        select nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb as claims
    ) as c
$function$;

comment on function booking.caller() is 'The actor of the running request.';
