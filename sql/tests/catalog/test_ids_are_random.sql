begin;
select plan(3);

-- Ids that the database makes, and how.
create temporary view defaults as
    select a.attrelid::regclass as table_name, a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid) as made_by
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where
        c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (a.attidentity <> '' or a.attname ~ '_id$' and d.adbin is not null)
        -- who is told it must have been let in as the database's administrator
        and c.relname not in ('release', 'migration');

select isnt_empty('select * from defaults', 'there are some');
select is_empty(
    $$ select * from defaults where made_by is distinct from 'gen_random_uuid()' $$,
    'none can be guessed from another'
);
create table booking.counted (counted_id integer generated always as identity);
select isnt_empty(
    $$ select * from defaults where made_by is distinct from 'gen_random_uuid()' $$,
    'a number would be seen'
);

select * from finish();
rollback;
