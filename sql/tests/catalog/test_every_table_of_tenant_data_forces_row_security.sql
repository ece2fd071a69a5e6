begin;
select plan(2);

select isnt_empty(
    $$
        select c.relname
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relforcerowsecurity
    $$,
    'some tables do'
);
select is_empty(
    $$
        select c.relname
        from pg_catalog.pg_class as c
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where
            c.relnamespace = 'booking'::regnamespace
            and c.relkind in ('r', 'p')
            and not (c.relrowsecurity and c.relforcerowsecurity)
    $$,
    'none with a tenant_id does not'
);

select * from finish();
rollback;
