create or replace function booking.openapi_arguments(p_function regprocedure)
returns table (place integer, name text, type regtype, is_required boolean, schema jsonb)
language sql
stable
as $function$
    with commented as materialized ( -- read once, not for each argument
        select c.name, c.text
        from booking.openapi_argument_comments(pg_catalog.obj_description(p_function, 'pg_proc')) as c
    )

    select
        a.place::integer, p.proargnames[a.place], a.type, v.is_required,
        case when v.is_required or d.value is not null
            then booking.openapi_schema(a.type)
            else booking.openapi_nullable(booking.openapi_schema(a.type))
        end || jsonb_strip_nulls(jsonb_build_object('default', d.value, 'description', c.text))
    from pg_catalog.pg_proc as p
    cross join lateral unnest(p.proargtypes::oid[]) with ordinality as a (type, place)
    cross join lateral (select a.place <= p.pronargs - p.pronargdefaults as is_required) as v
    cross join lateral (
        select booking.openapi_default(
            pg_catalog.pg_get_function_arg_default(p.oid, a.place::integer), a.type
        ) as value
    ) as d
    left join commented as c on c.name = p.proargnames[a.place]
    where p.oid = p_function
$function$;

comment on function booking.openapi_arguments(regprocedure) is
'The inputs of a function, each with the JSON schema of its values. Null is allowed where it is the default.';
