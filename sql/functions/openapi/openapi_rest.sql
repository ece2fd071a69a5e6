create or replace function booking.openapi_rest(p_route jsonb)
returns json
language sql
stable
as $function$
    select json_strip_nulls(json_build_object(
        'operationId', btrim(regexp_replace(lower(r.method) || r.path, E'\\W+', '_', 'g'), '_'),
        'tags', array['rest'],
        'summary', regexp_replace(w.summary, E'\\mp_(\\w+)', E'\\1', 'g'),
        'description', regexp_replace(w.description, E'\\mp_(\\w+)', E'\\1', 'g'),
        'x-permissions', booking.openapi_permissions(r.function),
        'parameters', booking.openapi_rest_parameters(
            p_function => f.oid, p_identifier => r.identifier, p_has_query => r.method = 'GET'
        ),
        'requestBody', case when r.method <> 'GET' then booking.openapi_body(
            p_function => f.oid, p_prefix => 'p_',
            p_without => array[r.identifier, 'p_idempotency_key', 'p_manage_token']
        ) end,
        'responses', booking.openapi_rest_answers(
            p_function => f.oid, p_method => r.method, p_is_about_one => r.identifier <> ''
        )
    ))
    from jsonb_to_record(p_route) as r (method text, path text, function text, identifier text)
    join pg_catalog.pg_proc as f on f.pronamespace = 'booking_v1'::regnamespace and f.proname = r.function
    cross join lateral booking.openapi_words(f.oid) as w
$function$;

comment on function booking.openapi_rest(jsonb) is 'The operation of a route, as openapi takes it.';
