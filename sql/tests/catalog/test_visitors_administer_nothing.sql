begin;
select plan(2);

select cmp_ok(count(*), '>', 30::bigint, 'there are functions that administer')
from pg_catalog.pg_proc as p
where p.pronamespace = 'booking_v1'::regnamespace and p.proname ~ '^(upsert|list|delete|set|import)_|^get_customer$';
select is_empty(
    $$
        select p.oid::regprocedure, r.role
        from pg_catalog.pg_proc as p
        cross join (values ('anon'), ('authenticated')) as r (role)
        where
            p.pronamespace in ('booking_v1'::regnamespace, 'booking'::regnamespace)
            and p.proname ~ '^(upsert|list|delete|set|import)_|^get_customer$'
            and pg_catalog.has_function_privilege(r.role, p.oid, 'execute')
    $$,
    'and visitors may call none, in neither half'
);

select * from finish();
rollback;
