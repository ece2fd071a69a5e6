-- A function's own codes come from its comment, the rest is what a server can answer before or after the call.
create or replace function booking.openapi_failures(
    p_function regprocedure,
    p_result jsonb,
    p_statuses integer[],
    p_error text
)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select jsonb_object_agg(
            m.http_status,
            jsonb_build_object(
                'description', concat(m.text, ' Codes: ' || c.codes || '.'),
                'content', jsonb_build_object('application/json', jsonb_build_object(
                    'schema', case
                        when c.has_refusal and (c.has_error or m.http_status = any(p_statuses))
                            then jsonb_build_object('anyOf', jsonb_build_array(e.schema, p_result))
                        when c.has_refusal then p_result
                        else e.schema
                    end
                ))
            )
            || case
                when m.http_status in (429, 503) or c.codes like '%in_progress%'
                    then '{"headers": {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}}}'::jsonb
                else '{}'
            end
        )
        from (
            values
            (400, 'The request can''t be read, or a rule refuses it.'),
            (401, 'The token is not valid, or there is none and one is needed.'),
            (402, 'Something has to be paid first.'),
            (403, 'Not allowed.'),
            (404, 'Not found.'),
            (406, 'Not one row where one was wanted, or no such schema.'),
            (409, 'Something else came first.'),
            (413, 'The body is too large.'),
            (415, 'The body is, or the answer would be, of a media type that is not known here.'),
            (416, 'There are no such rows.'),
            (422, 'The idempotency key belongs to another request.'),
            (429, 'Too many requests.'),
            (503, 'The database can''t be reached or gave up; try again, with the same key.')
        ) as m (http_status, text)
        left join booking.openapi_codes(p_function) as c on c.http_status = m.http_status
        cross join lateral (
            select jsonb_build_object('$ref', '#/components/schemas/' || p_error) as schema
        ) as e
        where c.codes is not null or m.http_status = any(p_statuses)
    );
end
$function$;

comment on function booking.openapi_failures(regprocedure, jsonb, integer[], text) is
'The responses 4xx and 5xx of an operation: those of p_statuses, which are errors of the schema p_error, and the
function''s own errors and refusals.';
