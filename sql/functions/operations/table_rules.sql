-- Without whether constraints are validated and indexes valid, which is for find_broken_constraints. The settings by
-- which statements are written are set here, so that they are the same in every session.
create or replace function booking.table_rules()
returns setof booking.table_rule
language sql
stable
set search_path = pg_catalog, pg_temp -- names are told with their schema
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set timezone = 'UTC'
set extra_float_digits = '1'
set quote_all_identifiers = off
set standard_conforming_strings = on
as $function$
    with t as (
        select c.oid, c.relname, c.relpersistence, c.oid::regclass::text as name, 'table ' || c.oid::regclass as object_name
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
    )

    select
        'constraint', t.object_name, c.conname::text,
        format(
            'alter table %s add constraint %I %s', t.name, c.conname,
            replace(pg_get_constraintdef(c.oid), ' NOT VALID', '')
        )
    from t
    join pg_catalog.pg_constraint as c on c.conrelid = t.oid
    where c.contype <> 'n' -- of 18 and later; told as columns, as before
    union all
    select 'not null', t.object_name, a.attname::text, format('alter table %s alter column %I set not null', t.name, a.attname)
    from t
    join pg_catalog.pg_attribute as a on a.attrelid = t.oid
    where a.attnum > 0 and a.attnotnull and not a.attisdropped
    union all
    select
        'default', t.object_name, a.attname::text,
        case
            when a.attidentity <> ''
                then format('alter table %s alter column %I add generated always as identity', t.name, a.attname)
            when a.attgenerated <> ''
                then format(
                    'alter table %s add column %I %s generated always as (%s) stored', t.name, a.attname,
                    format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid)
                )
            else format(
                'alter table %s alter column %I set default %s', t.name, a.attname, pg_get_expr(d.adbin, d.adrelid)
            )
        end
    from t
    join pg_catalog.pg_attribute as a on a.attrelid = t.oid
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and (a.atthasdef or a.attidentity <> '')
    union all
    select
        'storage', t.object_name, 'of rows',
        format('alter table %s set %s', t.name, case t.relpersistence when 'u' then 'unlogged' else 'logged' end)
    from t
    union all
    select 'index', t.object_name, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    from t
    join pg_catalog.pg_index as i on i.indrelid = t.oid
    where not exists (select from pg_catalog.pg_constraint as c where c.conindid = i.indexrelid)
    union all
    select
        'policy', t.object_name, p.policyname::text,
        format(
            'create policy %I on %s as %s for %s to %s', p.policyname, t.name, p.permissive, p.cmd,
            array_to_string(p.roles, ', ')
        ) || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '')
    from t
    join pg_catalog.pg_policies as p on p.schemaname = 'booking' and p.tablename = t.relname
    union all
    select 'trigger', t.object_name, g.tgname::text, pg_get_triggerdef(g.oid)
    from t
    join pg_catalog.pg_trigger as g on g.tgrelid = t.oid
    where not g.tgisinternal
$function$;

comment on function booking.table_rules() is
'Constraints, columns that are not null or come by themselves, whether rows outlive a crash, indexes, policies and
triggers of the engine''s tables, each with the statement that makes it.';
