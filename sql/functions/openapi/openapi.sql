-- Called by booking_v1.openapi only. Enters no tenant, so that it sees the data of none. Takes no locks. What is asked
-- once for each function or argument is in PL/pgSQL even where it is one expression: a session keeps its plan.
create or replace function booking.openapi(p_actor booking.actor, p_routes jsonb)
returns json
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set quote_all_identifiers = off -- or defaults are written otherwise, and not known
set jit = off
set enable_seqscan = off
as $function$
declare
    v_paths json;
begin
    perform booking.admit(p_tenant_id => null, p_actor => p_actor, p_function => 'openapi');
    perform booking.check_argument(
        p_is_valid => jsonb_typeof(p_routes) = 'array', p_argument => 'p_routes', p_message => 'must be a list'
    );
    perform booking.check_argument(
        p_is_valid => jsonb_array_length(p_routes) <= 100
            and (select coalesce(bool_and(booking.is_openapi_route(r.route)), true)
                from jsonb_array_elements(p_routes) as r (route)),
        p_argument => 'p_routes', p_message => 'must be up to 100 routes, each with method, path, function, identifier'
    );
    select json_object_agg(i.path, i.item order by i.is_rpc, i.path) into v_paths
    from (
        select
            r.route ->> 'path' as path,
            json_object_agg(lower(r.route ->> 'method'), booking.openapi_rest(r.route)) as item,
            false as is_rpc
        from jsonb_array_elements(p_routes) as r (route)
        group by r.route ->> 'path'
        union all
        select '/rpc/' || p.proname, booking.openapi_rpc(p.oid), true
        from pg_proc as p
        where p.pronamespace = 'booking_v1'::regnamespace and p.prokind = 'f'
    ) as i;
    return json_build_object(
        'openapi', '3.1.0',
        'info', json_build_object('title', 'pgbooking', 'version', booking.version(), 'description', concat(
            'The functions of schema booking_v1. Every answer has an X-Correlation-Id; an error has code, message, ',
            'details and hint.'
        )),
        'servers', '[{"url": "/"}]'::json,
        'security', '[{}, {"tenant": []}, {"token": []}, {"tenant": [], "token": []}]'::json,
        'tags', '[
            {"name": "rest", "description": "Resources and methods."},
            {
                "name": "rpc",
                "description": "Every function by its name, as PostgREST serves it, with its filters and headers."
            }
        ]'::json,
        'paths', v_paths,
        'components', booking.openapi_components()
    );
end
$function$;

comment on function booking.openapi(booking.actor, jsonb) is 'See booking_v1.openapi.';
