-- Control characters have no place in a calendar; a line's end is written as \n.
create or replace function booking.calendar_text(p_text text)
returns text
language sql
immutable parallel safe
as $function$
    select regexp_replace(
        replace(
            regexp_replace(regexp_replace(p_text, E'([\\\\;,])', E'\\\\\\1', 'g'), E'\\r\\n?', E'\n', 'g'),
            E'\n', E'\\n'
        ),
        E'[\\x01-\\x08\\x0b-\\x1f\\x7f]', '', 'g'
    )
$function$;

comment on function booking.calendar_text(text) is 'A value of type TEXT (RFC 5545, 3.3.11).';
