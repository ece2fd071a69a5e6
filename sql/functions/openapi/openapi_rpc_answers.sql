create or replace function booking.openapi_rpc_answers(p_function regprocedure)
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
            when p.proretset then booking.openapi_successes(
                p_schema => jsonb_build_object('type', 'array', 'items', r.schema), p_statuses => array[200, 206],
                p_description => 'The rows; 206: a part of them, of which the header Content-Range says which.'
            )
            else booking.openapi_successes(
                p_schema => r.schema, p_statuses => array[200], p_description => 'The result.',
                p_media_types => array[coalesce(booking.openapi_media_type(p.oid), 'application/json')]
            )
        end
        || booking.openapi_failures(
            p_function => p_function, p_result => r.schema,
            p_statuses => array[400, 401, 403, 404, 406, 413, 415, 429, 503] || case when p.proretset then 416 end,
            p_error => 'rpc_error'
        )
        from pg_proc as p
        cross join lateral (select booking.openapi_result(p.oid) as schema) as r
        where p.oid = p_function
    );
end
$function$;

comment on function booking.openapi_rpc_answers(regprocedure) is 'The responses of /rpc/<function>.';
