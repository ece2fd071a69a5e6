-- A visitor types any name and any address. A name that looks like a link would be one in the message, and so the
-- shop's mail server would carry strangers' links to whomever they choose.
create or replace function booking.name_in_message(p_name text)
returns text
language sql
immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
    -- full stops of other scripts are dots to a browser
    select regexp_replace(p_name, E'([.:\\u3002\\uff0e\\uff61])(?=\\S)', E'\\1 ', 'g')
$function$;

comment on function booking.name_in_message(text) is
'A customer''s name with a space behind each dot and colon, so that no mail program makes a link of it.';
