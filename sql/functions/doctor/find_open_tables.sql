create or replace function booking.find_open_tables()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_open_tables', null::uuid, 'table ' || c.oid::regclass,
        'row security is off, is not forced, or has no policy', 'Deploy again: sql/policies/rls.sql sets it.'
    from pg_catalog.pg_class as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where
        c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
        and not (
            c.relrowsecurity and c.relforcerowsecurity
            and exists (select from pg_catalog.pg_policy as p where p.polrelid = c.oid)
        )
$function$;

comment on function booking.find_open_tables() is 'Tables of tenant data whose rows are not kept apart.';
