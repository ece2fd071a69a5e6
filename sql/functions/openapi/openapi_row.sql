-- Of type json, which keeps the order of columns.
create or replace function booking.openapi_row(p_function regprocedure)
returns json
language sql
stable
as $function$
    select json_build_object(
        'type', 'object',
        'properties', json_object_agg(
            c.name, booking.openapi_nullable(booking.openapi_schema(c.type)) order by c.place
        ),
        'required', json_agg(c.name order by c.place)
    )
    from booking.openapi_columns(p_function) as c
    having count(*) > 0
$function$;

comment on function booking.openapi_row(regprocedure) is
'The JSON schema of a row of a function''s result; null for a single value.';
