create or replace function booking.openapi_components()
returns json
language sql
stable
as $function$
    select json_build_object(
        'securitySchemes', '{
            "token": {
                "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                "description": "Its claims say who asks, in which role and for which tenant."
            },
            "tenant": {
                "type": "apiKey", "in": "header", "name": "X-Tenant",
                "description": "Slug or id of the tenant, where the token names none."
            }
        }'::json,
        'parameters', '{
            "key": {
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "New for each new request, the same one to retry it. X-Idempotency-Key works, too.",
                "schema": {"type": "string", "minLength": 1}
            },
            "manage_token": {
                "name": "X-Booking-Token", "in": "header",
                "description": "What a visitor was given with the booking, as manage_token.",
                "schema": {"type": "string"}
            },
            "order": {
                "name": "order", "in": "query", "description": "Columns, each with .asc or .desc.",
                "schema": {"type": "string"}
            },
            "limit": {
                "name": "limit", "in": "query", "description": "At most so many rows.",
                "schema": {"type": "integer", "format": "int64", "minimum": 0}
            },
            "offset": {
                "name": "offset", "in": "query", "description": "Without the first so many rows.",
                "schema": {"type": "integer", "format": "int64", "minimum": 0}
            },
            "prefer": {
                "name": "Prefer", "in": "header", "description": "count=exact: count all rows.",
                "schema": {"type": "string", "examples": ["count=exact"]}
            }
        }'::json,
        'schemas', (
            select json_object_agg(s.name, s.schema order by s.name)
            from (
                select p.proname || '_row', booking.openapi_row(p.oid)
                from pg_catalog.pg_proc as p
                where
                    p.pronamespace = 'booking_v1'::regnamespace
                    and booking.openapi_result(p.oid) ->> '$ref' ~ '_row$'
                union all
                select distinct on (t.oid) t.typname::text, booking.openapi_row(p.oid)
                from pg_catalog.pg_proc as p
                join pg_catalog.pg_type as t on t.oid = p.prorettype and t.typtype = 'c'
                where p.pronamespace = 'booking_v1'::regnamespace
                union all
                select e.name, booking.openapi_error(e.details)
                from (values ('error', '{}'), ('rpc_error', '{"type": ["string", "null"]}')) as e (name, details)
            ) as s (name, schema)
        )
    )
$function$;

comment on function booking.openapi_components() is 'What several operations of the document refer to.';
