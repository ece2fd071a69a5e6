create or replace function booking.openapi_successes(
    p_schema jsonb,
    p_statuses integer[],
    p_description text,
    p_media_types text[] default '{application/json}'
)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select jsonb_object_agg(
            s.http_status,
            jsonb_strip_nulls(jsonb_build_object(
                'description', p_description,
                'content', case
                    when p_schema is not null
                        then (
                            select jsonb_object_agg(m.media_type, jsonb_build_object('schema', p_schema))
                            from unnest(p_media_types) as m (media_type)
                        )
                end
            ))
        )
        from unnest(p_statuses) as s (http_status)
    );
end
$function$;

comment on function booking.openapi_successes(jsonb, integer[], text, text[]) is
'The responses 2xx of an operation. p_schema null: without a body.';
