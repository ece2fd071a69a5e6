create or replace function booking.openapi_permissions(p_function text)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select to_jsonb(m) - 'function_name'
        from booking.permission as m
        where m.function_name = p_function
    );
end
$function$;

comment on function booking.openapi_permissions(text) is
'The line of a function in the matrix of permissions, by role; null where it has none.';
