-- Databases from before PostgreSQL 15 let everybody create in public. A function there that fits better than one of
-- PostgreSQL runs with the rights of whoever names it without its schema, as PostgREST does (CVE-2018-1058).
create or replace function booking.find_open_schemas()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_open_schemas', null::uuid, 'schema public', format('%s may create in it what others call', r.rolname),
        'revoke create on schema public from public, anon, authenticated'
    from pg_catalog.pg_roles as r
    where
        r.rolname in ('anon', 'authenticated')
        and has_schema_privilege(r.oid, to_regnamespace('public')::oid, 'create')
$function$;

comment on function booking.find_open_schemas() is
'Whether callers may create functions that are found before PostgreSQL''s own.';
