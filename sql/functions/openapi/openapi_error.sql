create or replace function booking.openapi_error(p_details text)
returns json
language sql
stable
as $function$
    select json_build_object(
        'type', 'object',
        'properties', json_build_object(
            'code', json_build_object(
                'type', 'string',
                'description', concat(
                    'Stable, for programs. The engine''s: ', string_agg(e.code, ', ' order by e.code),
                    '. A server may add its own.'
                ),
                'examples', array['not_found']
            ),
            'message', '{"type": "string", "description": "One line for people."}'::json,
            'details', p_details::json,
            'hint', '{"type": ["string", "null"], "description": "What to do about it."}'::json
        ),
        'required', array['code', 'message', 'details', 'hint']
    )
    from booking.error_code as e
$function$;

comment on function booking.openapi_error(text) is
'The JSON schema of an error. p_details: that of its details, which /rpc gives as text.';
