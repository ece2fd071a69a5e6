create or replace function booking.openapi_columns(p_function regprocedure)
returns table (place integer, name text, type regtype)
language sql
stable
as $function$
    select a.place::integer, a.name, a.type
    from pg_catalog.pg_proc as p
    cross join lateral unnest(p.proallargtypes, p.proargnames, p.proargmodes::text[])
        with ordinality as a (type, name, mode, place)
    where p.oid = p_function and a.mode in ('o', 'b', 't')
    union all
    select c.attnum, c.attname, c.atttypid
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_type as t on t.oid = p.prorettype
    join pg_catalog.pg_attribute as c on c.attrelid = t.typrelid
    where p.oid = p_function and p.proallargtypes is null and c.attnum > 0 and not c.attisdropped
$function$;

comment on function booking.openapi_columns(regprocedure) is
'The columns of a function''s result; none for a single value.';
