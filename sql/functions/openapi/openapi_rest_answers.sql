create or replace function booking.openapi_rest_answers(
    p_function regprocedure,
    p_method text,
    p_is_about_one boolean
)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select case
            when r.schema is null then booking.openapi_successes(
                p_schema => null, p_statuses => array[204], p_description => 'Done.'
            )
            when p.proretset and not p_is_about_one and p_method <> 'POST' then booking.openapi_successes(
                p_schema => jsonb_build_object('type', 'array', 'items', r.schema), p_statuses => array[200],
                p_description => 'The rows.'
            )
            when p_method = 'POST' and r.schema ->> '$ref' ~ '/outcome$' then booking.openapi_successes(
                p_schema => r.schema, p_statuses => array[200, 201],
                p_description => 'Done now: 201, with the header Location. Done before, under the same key: 200.'
            )
            else booking.openapi_successes(
                p_schema => r.schema, p_statuses => array[case p_method when 'POST' then 201 else 200 end],
                p_description => 'The record.',
                p_media_types => array[coalesce(booking.openapi_media_type(p.oid), 'application/json')]
            )
        end
        || case
            when booking.openapi_media_type(p.oid) is null then '{}'
            else jsonb_build_object('304', jsonb_build_object('description', 'As If-None-Match has it already.'))
        end
        || booking.openapi_failures(
            p_function => p_function, p_result => r.schema,
            p_statuses => array[400, 401, 403, 429, 503]
                || case when p_method <> 'GET' then array[413, 415] end
                || case when p_is_about_one then 404 end,
            p_error => 'error'
        )
        from pg_proc as p
        cross join lateral (select booking.openapi_result(p.oid) as schema) as r
        where p.oid = p_function
    );
end
$function$;

comment on function booking.openapi_rest_answers(regprocedure, text, boolean) is 'The responses of a route.';
