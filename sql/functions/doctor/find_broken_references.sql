-- Not possible while foreign keys hold. They don't where rows come by a restore with triggers off, by logical
-- replication, or in a session with another session_replication_role. A key with a null refers to nothing.
create or replace function booking.find_broken_references(p_tenant_id uuid)
returns setof booking.finding
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_key record;
begin
    for v_key in
        select
            c.conname, c.conrelid::regclass as from_table, c.confrelid::regclass as to_table,
            string_agg(format('c.%I', f.attname), ', ' order by k.place) as columns,
            string_agg(format('c.%I is not null', f.attname), ' and ') as is_set,
            string_agg(format('p.%I = c.%I', t.attname, f.attname), ' and ') as is_found
        from pg_constraint as c
        cross join lateral unnest(c.conkey, c.confkey) with ordinality as k (from_column, to_column, place)
        join pg_attribute as f on f.attrelid = c.conrelid and f.attnum = k.from_column
        join pg_attribute as t on t.attrelid = c.confrelid and t.attnum = k.to_column
        where c.connamespace = 'booking'::regnamespace and c.contype = 'f'
        group by c.oid
        having (p_tenant_id is not null) = exists (
            select
            from pg_attribute as a
            where a.attrelid = c.conrelid and a.attname = 'tenant_id' and not a.attisdropped
        )
        order by c.conrelid::regclass::text, c.conname
    loop
        return query execute format(
            $query$
            select
                'find_broken_references', $1, %L,
                format('%%s rows refer to what is not there, as with %%s', b.count, b.example),
                'A restore or a replication left something out: take it from there, or delete what refers to it.'
            from (
                select count(*) as count, min(concat_ws(', ', %s)) as example
                from %s as c
                where %s and %s and not exists (select from %s as p where %s)
            ) as b
            where b.count > 0
            $query$,
            format('constraint %s of table %s', v_key.conname, v_key.from_table), v_key.columns, v_key.from_table,
            case when p_tenant_id is null then '$1 is null' else 'c.tenant_id = $1' end,
            v_key.is_set, v_key.to_table, v_key.is_found
        ) using p_tenant_id;
    end loop;
end
$function$;

comment on function booking.find_broken_references(uuid) is
'Foreign keys of a tenant''s rows, null: of what is everybody''s, that lead nowhere.';
