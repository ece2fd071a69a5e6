create or replace function booking.openapi_nullable(p_schema jsonb)
returns jsonb
language sql
immutable parallel safe
as $function$
    select case
        when p_schema ? 'type'
            then p_schema || jsonb_build_object('type', jsonb_build_array(p_schema -> 'type', 'null'))
        when p_schema ? '$ref'
            then jsonb_build_object('anyOf', jsonb_build_array(p_schema, '{"type": "null"}'::jsonb))
        else p_schema
    end
$function$;

comment on function booking.openapi_nullable(jsonb) is 'The JSON schema that allows null as well.';
