create or replace function booking.version()
returns text
language sql
immutable parallel safe
as $function$
    select '0.1.0'
$function$;

comment on function booking.version() is 'The release that these files are. The package reads its version here.';
