-- Numbers are compared by their digits, without leading zeros, which stand for a country or a region: so 030 555 finds
-- +49 30 555, too. At least three digits, or nearly everybody would be found.
create or replace function booking.is_sought(p_search text, p_name text, p_email text, p_phone text)
returns boolean
language sql
stable parallel safe -- as concat_ws is: otherwise it would be called for each customer, not inlined
as $function$
    select
        position(lower(p_search) in lower(concat_ws(' ', p_name, p_email, p_phone))) > 0
        or (
            p_search ~ '^[0-9 ()+./-]*$' and p_search ~ '[1-9].*[0-9].*[0-9]'
            and position(
                ltrim(regexp_replace(p_search, '[^0-9]', '', 'g'), '0') in regexp_replace(p_phone, '[^0-9]', '', 'g')
            ) > 0
        )
$function$;

comment on function booking.is_sought(text, text, text, text) is
'Whether what is sought is part of what is known of somebody, whatever its case; of a number, however it is written.';
