create or replace function booking.openapi_media_type(p_function regprocedure)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select t.typname::text
        from pg_proc as p
        join pg_type as r on r.oid = p.prorettype
        join pg_type as t on t.oid = case r.typname when '*/*' then r.typbasetype else r.oid end
        where p.oid = p_function and t.typtype = 'd' and strpos(t.typname, '/') > 0
    );
end
$function$;

comment on function booking.openapi_media_type(regprocedure) is
'The media type that a function''s result has of its own, as the name of its type; null: none, it is JSON.';
