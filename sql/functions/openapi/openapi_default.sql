create or replace function booking.openapi_default(p_expression text, p_type regtype)
returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_parts text[] := regexp_match(p_expression, '^(?:''(.*)''::[a-z ]+|(-?[0-9.]+|true|false))$');
    v_text text := coalesce(replace(v_parts[1], '''''', ''''), v_parts[2]);
begin
    if p_type in ('boolean', 'smallint', 'integer', 'bigint', 'numeric', 'json', 'jsonb') then
        return v_text::jsonb;
    end if;
    return to_jsonb(v_text);
end
$function$;

comment on function booking.openapi_default(text, regtype) is
'The default of an argument as JSON, from the expression in the catalog; null for NULL and for what is no literal.';
