-- Not whether a constraint is validated or an index valid, which find_broken_constraints sees. The same in every
-- session: how a statement is written isn't left to it.
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
        select c.oid, c.relname, c.oid::regclass::text as name
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
    )

    select
        'constraint', t.name, c.conname::text,
        format(
            'alter table %s add constraint %I %s', t.name, c.conname,
            replace(pg_get_constraintdef(c.oid), ' NOT VALID', '')
        )
    from t
    join pg_catalog.pg_constraint as c on c.conrelid = t.oid
    where c.contype <> 'n' -- of 18 and later; told as columns, as before
    union all
    select 'not null', t.name, a.attname::text, format('alter table %s alter column %I set not null', t.name, a.attname)
    from t
    join pg_catalog.pg_attribute as a on a.attrelid = t.oid
    where a.attnum > 0 and a.attnotnull and not a.attisdropped
    union all
    select 'index', t.name, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    from t
    join pg_catalog.pg_index as i on i.indrelid = t.oid
    where not exists (select from pg_catalog.pg_constraint as c where c.conindid = i.indexrelid)
    union all
    select
        'policy', t.name, p.policyname::text,
        format(
            'create policy %I on %s as %s for %s to %s', p.policyname, t.name, p.permissive, p.cmd,
            array_to_string(p.roles, ', ')
        ) || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '')
    from t
    join pg_catalog.pg_policies as p on p.schemaname = 'booking' and p.tablename = t.relname
    union all
    select 'trigger', t.name, g.tgname::text, pg_get_triggerdef(g.oid)
    from t
    join pg_catalog.pg_trigger as g on g.tgrelid = t.oid
    where not g.tgisinternal
$function$;

comment on function booking.table_rules() is
'Constraints, columns that are not null, indexes, policies and triggers of the engine''s tables, each with the statement
that makes it.';
