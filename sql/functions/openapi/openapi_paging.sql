create or replace function booking.openapi_paging()
returns jsonb
language sql
immutable parallel safe
as $function$
    select '[
        {"$ref": "#/components/parameters/order"},
        {"$ref": "#/components/parameters/limit"},
        {"$ref": "#/components/parameters/offset"},
        {"$ref": "#/components/parameters/prefer"}
    ]'::jsonb
$function$;

comment on function booking.openapi_paging() is 'The parameters of /rpc that choose among the rows of a result.';
