-- Of type json, which keeps the order of arguments.
create or replace function booking.openapi_body(p_function regprocedure, p_prefix text, p_without text[])
returns json
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select json_build_object(
            'required', bool_or(a.is_required),
            'content', json_build_object('application/json', json_build_object('schema', json_strip_nulls(
                json_build_object(
                    'type', 'object',
                    'properties', json_object_agg(n.name, a.schema || n.description order by a.place),
                    'required', json_agg(n.name order by a.place) filter (where a.is_required),
                    'additionalProperties', false
                )
            )))
        )
        from booking.openapi_arguments(p_function) as a
        cross join lateral (
            select
                regexp_replace(a.name, '^' || p_prefix, '') as name,
                jsonb_strip_nulls(jsonb_build_object(
                    'description', regexp_replace(a.schema ->> 'description', E'\\m' || p_prefix, '', 'g')
                )) as description
        ) as n
        where a.name <> all(p_without)
        having count(*) > 0
    );
end
$function$;

comment on function booking.openapi_body(regprocedure, text, text[]) is
'The request body with the arguments of a function, but those of p_without; null if none remains. p_prefix is cut
off their names, also in what is said of them.';
