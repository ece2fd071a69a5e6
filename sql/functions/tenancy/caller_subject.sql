create or replace function booking.caller_subject()
returns text
language sql
stable parallel safe
as $function$
    -- an empty one is none: else all whom an issuer gives none would be one person
    select nullif(nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub', '')
$function$;

comment on function booking.caller_subject() is 'Who the token of the running request is about; null: nobody.';
