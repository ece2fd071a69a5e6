begin;
select plan(2);

create temporary view unlimited as
    select r.rolname
    from pg_catalog.pg_roles as r
    where
        r.rolname in ('anon', 'authenticated', 'service_role')
        and not exists (
            select from unnest(r.rolconfig) as c (setting) where c.setting ~ '^statement_timeout=[1-9]'
        );

select is_empty('select * from unlimited', 'which PostgREST and Flask read from the role');
alter role anon reset statement_timeout;
select isnt_empty('select * from unlimited', 'a role without would be seen');

select * from finish();
rollback;
