-- A name is whatever a stranger typed, who may have typed somebody else's address as well: the shop's mail server
-- would bring their link to whom they like.
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
