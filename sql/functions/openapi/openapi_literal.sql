create or replace function booking.openapi_literal(p_type regtype)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select case
            when t.typcategory = 'A' then jsonb_build_object(
                'type', 'string',
                'description', 'an array as PostgreSQL writes it',
                'examples', jsonb_build_array(concat('{', s.schema #>> '{items,examples,0}', '}'))
            )
            when s.schema = '{}' then '{"type": "string", "contentMediaType": "application/json"}'
            else s.schema
        end
        from pg_type as t
        cross join lateral (select booking.openapi_schema(t.oid) as schema) as s
        where t.oid = p_type
    );
end
$function$;

comment on function booking.openapi_literal(regtype) is
'The JSON schema of a value in the query of GET /rpc/<function>, where PostgreSQL reads its own notation.';
