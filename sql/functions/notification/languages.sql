create or replace function booking.languages(p_language text, p_tenant_language text)
returns text[]
language sql
immutable parallel safe
as $function$
    select case
        when p_language is null
            then array[p_tenant_language, split_part(p_tenant_language, '-', 1), 'en']
        else array[
            p_language, split_part(p_language, '-', 1), 'en', p_tenant_language, split_part(p_tenant_language, '-', 1)
        ]
    end
$function$;

comment on function booking.languages(text, text) is
'The languages to write to somebody in, best first: theirs, the same without its region, English, the tenant''s.
p_language null: it is not known; the tenant''s, English.';
