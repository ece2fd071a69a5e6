create or replace function booking.is_mail_address(p_text text)
returns boolean
language sql
immutable parallel safe
as $function$
    select
        length(p_text) <= 254
        and strpos(p_text, '=?') = 0 -- how encoded words begin (RFC 2047); no mail goes out with such an address
        and p_text
        ~ '^[a-zA-Z0-9_.!#$%&''*+/=?^`{|}~-]+@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?([.][a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$'
$function$;

comment on function booking.is_mail_address(text) is
'Whether every mail server takes it: ASCII, and of the form that browsers check.';
