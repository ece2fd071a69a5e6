create or replace function booking.is_language(p_language text)
returns boolean
language sql
immutable parallel safe
as $function$
    select p_language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$'
$function$;

comment on function booking.is_language(text) is
'Whether it is a language, script and region as BCP 47 writes them, which the domain booking.language takes.';
