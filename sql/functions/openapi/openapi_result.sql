create or replace function booking.openapi_result(p_function regprocedure)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_result record;
begin
    select p.proname, p.prorettype::regtype as type, t.typtype into strict v_result
    from pg_proc as p
    join pg_type as t on t.oid = p.prorettype
    where p.oid = p_function;
    if v_result.type = 'void'::regtype then
        return null;
    elsif v_result.typtype = 'c' then
        return booking.openapi_schema(v_result.type);
    elsif exists (select from booking.openapi_columns(p_function)) then
        return jsonb_build_object('$ref', format('#/components/schemas/%s_row', v_result.proname));
    end if;
    return booking.openapi_nullable(booking.openapi_schema(v_result.type));
end
$function$;

comment on function booking.openapi_result(regprocedure) is
'The JSON schema of one row or of the value of a function''s result, by reference where it has a name; null for void.';
