-- An address has no space and no invisible character in it. They are written out, as in is_blank, because [[:space:]],
-- by which the table checks, depends on the database's locale: a row that one database takes could be refused by
-- another.
create or replace function booking.is_contact(p_name text, p_email text, p_phone text)
returns boolean
language sql
immutable parallel safe
as $function$
    select
        (p_name is null or booking.is_name(p_name => p_name))
        and (
            p_email is null
            or (
                length(p_email) <= 320 and p_email ~ '^[^@]+@[^@]+$'
                and p_email
                !~ E'[\\x01-\\x20\\x7f-\\xa0\\xad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]'
            )
        )
        and (
            p_phone is null
            or (
                length(p_phone) <= 50 and p_phone ~ '([0-9].*){3}'
                and p_phone ~ '^[+(0-9][0-9 ()+./-]*( ?(x|ext[.]?|#|,|;ext=) ?[0-9]+)?$'
            )
        )
$function$;

comment on function booking.is_contact(text, text, text) is
'Whether a name, an e-mail address and a number are what the customer table takes. Null is none.';
