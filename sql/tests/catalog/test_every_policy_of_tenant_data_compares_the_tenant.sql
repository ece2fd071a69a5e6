begin;
select plan(3);

-- Of every table with a tenant_id, the policies other than the one that there should be. The directory of
-- tenants may be read by the engine, to find the tenant it then enters; and the courier finds those with work.
create temporary view wrong as
    select c.oid::regclass, p.polname
    from pg_catalog.pg_class as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
    left join pg_catalog.pg_policy as p on p.polrelid = c.oid
    where
        c.relnamespace = 'booking'::regnamespace
        and c.relkind in ('r', 'p')
        and (c.relname, p.polname, p.polcmd) is distinct from ('tenant', 'tenant_directory', 'r')
        and (c.relname, p.polname, p.polcmd, p.polroles) is distinct from (
            'outbox', 'work_to_do', 'r', array[to_regrole('booking_courier')::oid]
        )
        and (
            p.polname,
            p.polcmd,
            p.polroles,
            pg_catalog.pg_get_expr(p.polqual, c.oid),
            pg_catalog.pg_get_expr(p.polwithcheck, c.oid)
        ) is distinct from (
            'tenant_isolation',
            '*',
            array[to_regrole('booking_engine')::oid],
            '(tenant_id = booking.current_tenant_id())',
            '(tenant_id = booking.current_tenant_id())'
        );

select is_empty('select * from wrong', 'there is one policy, and it compares the tenant');
create policy generous on booking.customer using (true);
select isnt_empty('select * from wrong', 'another beside it would be seen');
drop policy generous on booking.customer;
drop policy tenant_isolation on booking.customer;
select isnt_empty('select * from wrong', 'and none at all, too');

select * from finish();
rollback;
