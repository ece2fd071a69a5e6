create or replace function booking.openapi_schema(p_type regtype)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_type record;
begin
    select t.typname, t.typtype, t.typcategory, t.typelem, t.typbasetype into strict v_type
    from pg_type as t
    where t.oid = p_type;
    if v_type.typtype = 'd' then
        return booking.openapi_schema(v_type.typbasetype);
    elsif v_type.typtype = 'c' then
        return jsonb_build_object('$ref', '#/components/schemas/' || v_type.typname);
    elsif v_type.typcategory = 'A' then
        return jsonb_build_object('type', 'array', 'items', booking.openapi_schema(v_type.typelem));
    end if;
    return case v_type.typname
        when 'bool' then '{"type": "boolean"}'
        when 'int2' then '{"type": "integer", "format": "int16"}'
        when 'int4' then '{"type": "integer", "format": "int32"}'
        when 'int8' then '{"type": "integer", "format": "int64"}'
        when 'numeric' then '{"type": "number"}'
        when 'json' then '{}'
        when 'jsonb' then '{}'
        when 'uuid' then '{
            "type": "string", "format": "uuid", "examples": ["01980000-0000-7000-8000-000000000001"]
        }'
        when 'timestamptz' then '{
            "type": "string", "format": "date-time", "examples": ["2026-04-02T10:00:00+02:00"]
        }'
        when 'timestamp' then '{
            "type": "string", "format": "date-time-local", "examples": ["2026-04-02T10:00:00"]
        }'
        when 'date' then '{"type": "string", "format": "date", "examples": ["2026-04-02"]}'
        when 'time' then '{"type": "string", "format": "time-local", "examples": ["09:00:00"]}'
        when 'interval' then '{"type": "string", "examples": ["01:30:00", "PT1H30M"]}'
        when 'tstzrange' then E'{
            "type": "string", "examples": ["[\\"2026-04-02 08:00:00+00\\",\\"2026-04-02 09:00:00+00\\")"]
        }'
        else '{"type": "string"}'
    end::jsonb;
end
$function$;

comment on function booking.openapi_schema(regtype) is
'The JSON schema of a value of this type, as json_agg writes it and json_to_record reads it; null left aside.';
