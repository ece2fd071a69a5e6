begin;
select plan(4);

select set_eq(
    $$
        select p.proname::text
        from pg_catalog.pg_proc as p
        where p.pronamespace = 'booking_v1'::regnamespace
    $$,
    $$ select m.function_name from booking.permission as m $$,
    'every function of the contract has its line, and no other'
);
create temporary view wrong as
    select p.oid::regprocedure as signature, g.role_name
    from booking.permission as m
    cross join lateral (
        values
        ('anon', m.visitor <> 'none'),
        ('authenticated', m.customer <> 'none' or m.staff <> 'none' or m.admin <> 'none' or m.owner <> 'none'),
        ('service_role', m.service <> 'none')
    ) as g (role_name, is_granted)
    join pg_catalog.pg_proc as p
        on p.pronamespace = 'booking_v1'::regnamespace and p.proname = m.function_name
    where pg_catalog.has_function_privilege(g.role_name, p.oid, 'execute') <> g.is_granted;
select is_empty('select * from wrong', 'EXECUTE is as it says');
select is_empty(
    $$
        select p.oid::regprocedure
        from pg_catalog.pg_proc as p
        where
            p.pronamespace = 'booking'::regnamespace
            and p.proname ~ '^(upsert|delete|import)_'
            and pg_catalog.has_function_privilege('anon', p.oid, 'execute')
    $$,
    'visitors have no private half that administers'
);
grant execute on function booking_v1.list_tenants to anon;
select isnt_empty('select * from wrong', 'a grant too many would be seen');

select * from finish();
rollback;
