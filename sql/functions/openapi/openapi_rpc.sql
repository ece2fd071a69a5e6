create or replace function booking.openapi_rpc(p_function regprocedure)
returns json
language sql
stable
as $function$
    with called as materialized (
        select
            p.proname, w.summary, w.description, p.proretset, p.provolatile <> 'v' as is_read_only,
            booking.openapi_rpc_answers(p.oid) as answers, booking.openapi_permissions(p.proname) as permissions,
            case when p.proretset then booking.openapi_paging() else '[]' end as paging
        from pg_catalog.pg_proc as p
        cross join lateral booking.openapi_words(p.oid) as w
        where p.oid = p_function
    ),
    inputs as (
        select coalesce(
            jsonb_agg(
                jsonb_build_object(
                    'name', a.name, 'in', 'query', 'required', a.is_required,
                    'description', coalesce(a.schema ->> 'description', ''),
                    'schema', booking.openapi_literal(a.type)
                )
                order by a.place
            ),
            '[]'
        ) as parameters
        from booking.openapi_arguments(p_function) as a
    )
    select json_strip_nulls(json_build_object(
        'get', case when c.is_read_only then json_build_object(
            'operationId', 'get_rpc_' || c.proname,
            'tags', array['rpc'],
            'summary', c.summary,
            'description', c.description,
            'x-permissions', c.permissions,
            'parameters', i.parameters || c.paging,
            'responses', c.answers - '413'
        ) end,
        'post', json_build_object(
            'operationId', 'post_rpc_' || c.proname,
            'tags', array['rpc'],
            'summary', c.summary,
            'description', c.description,
            'x-permissions', c.permissions,
            'parameters', c.paging,
            'requestBody', booking.openapi_body(p_function => p_function, p_prefix => '', p_without => '{}'),
            'responses', c.answers
        )
    ))
    from called as c
    cross join inputs as i
$function$;

comment on function booking.openapi_rpc(regprocedure) is
'The path item of /rpc/<function>: POST, and GET where the function reads only.';
