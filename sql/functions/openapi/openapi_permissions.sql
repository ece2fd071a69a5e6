create or replace function booking.openapi_permissions(p_function text)
returns jsonb
language sql
stable
as $function$
    select to_jsonb(m) - 'function_name'
    from booking.permission as m
    where m.function_name = p_function
$function$;

comment on function booking.openapi_permissions(text) is
'The line of a function in the matrix of permissions, by role; null where it has none.';
