create or replace function booking.openapi_rest_parameters(
    p_function regprocedure,
    p_identifier text,
    p_has_query boolean
)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select coalesce(
            jsonb_agg(
                case a.name
                    when 'p_idempotency_key' then jsonb_build_object('$ref', '#/components/parameters/key')
                    when 'p_manage_token' then jsonb_build_object('$ref', '#/components/parameters/manage_token')
                    else jsonb_build_object(
                        'name', case a.name when p_identifier then 'id' else substr(a.name, 3) end,
                        'in', case a.name when p_identifier then 'path' else 'query' end,
                        'required', a.is_required or a.name = p_identifier,
                        'description',
                        regexp_replace(coalesce(a.schema ->> 'description', ''), E'\\mp_(\\w+)', E'\\1', 'g'),
                        'schema', booking.openapi_schema(a.type)
                    )
                end
                order by a.place
            ),
            '[]'
        )
        from booking.openapi_arguments(p_function) as a
        where p_has_query or a.name in (p_identifier, 'p_idempotency_key', 'p_manage_token')
    );
end
$function$;

comment on function booking.openapi_rest_parameters(regprocedure, text, boolean) is
'What of a function''s arguments is in the path, the query or the headers of a route; the rest is in its body.';
