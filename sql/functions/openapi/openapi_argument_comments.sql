create or replace function booking.openapi_argument_comments(p_comment text)
returns table (name text, text text)
language sql
immutable parallel safe
as $function$
    select distinct on (n.name)
        n.name, concat(ltrim(f.parts[2] || ': '), regexp_replace(f.parts[3], E'\\s+', ' ', 'g'), '.')
    from regexp_matches(
        p_comment, E'\\m(p_\\w+(?:, p_\\w+)*)( null)?: ((?:[^.]|\\.(?!\\s|$))+)', 'g'
    ) with ordinality as f (parts, place)
    cross join lateral string_to_table(f.parts[1], ', ') as n (name)
    order by n.name, f.place
$function$;

comment on function booking.openapi_argument_comments(text) is
'What a comment says about arguments: the sentence after "p_name:", "p_name null:" or "p_name, p_other:".';
