-- White space and characters that show nothing are written out: what `\s` knows depends on the database's locale.
create or replace function booking.is_blank(p_text text)
returns boolean
language sql
immutable parallel safe
as $function$
    select p_text
        !~ E'[^\\x01-\\x20\\x7f-\\xa0\\xad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]'
$function$;

comment on function booking.is_blank(text) is 'Whether nothing can be seen of a text. Null: not known.';
