-- Without what owners may do, since they can always grant it to themselves. The same in every session.
create or replace function booking.object_rights()
returns setof booking.table_rule
language sql
stable
set search_path = pg_catalog, pg_temp -- names are told with their schema
set quote_all_identifiers = off
as $function$
    with o as (
        select
            case c.relkind when 'S' then 'sequence' else 'table' end || ' ' || c.oid::regclass as name,
            c.relowner as owner_id, c.relacl as rights
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p', 'S')
        union all
        select 'routine ' || p.oid::regprocedure, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
        from pg_catalog.pg_proc as p
        where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        union all
        select 'schema ' || n.oid::regnamespace, n.nspowner, n.nspacl
        from pg_catalog.pg_namespace as n
        where n.oid in ('booking'::regnamespace, 'booking_v1'::regnamespace)
    ),

    granted as (
        select o.name, o.owner_id, a.grantee, a.privilege_type as privilege, a.is_grantable
        from o
        cross join lateral aclexplode(o.rights) as a
        union all
        select
            'table ' || c.oid::regclass, c.relowner, r.grantee, format('%s (%I)', r.privilege_type, a.attname),
            r.is_grantable
        from pg_catalog.pg_class as c
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid
        cross join lateral aclexplode(a.attacl) as r
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
    )

    select 'owner', o.name, '', format('alter %s owner to %I', o.name, pg_get_userbyid(o.owner_id))
    from o
    union all
    select
        'right', g.name, h.holder,
        format('grant %s on %s to %s', string_agg(distinct g.privilege, ', '), g.name, h.holder)
        || case when bool_or(g.is_grantable) then ' with grant option' else '' end
    from granted as g
    cross join lateral (
        select case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as holder
    ) as h
    where g.grantee <> g.owner_id
    group by g.name, h.holder
$function$;

comment on function booking.object_rights() is
'Who owns, and who else may use, the engine''s tables, sequences, routines and schemas, each with the statement that
makes it so.';
