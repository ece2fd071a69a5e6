begin;
select plan(4);

create temporary view tenant_data_open as
    select c.oid::regclass
    from pg_catalog.pg_class as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where
        c.relnamespace = 'booking'::regnamespace
        and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity);
create temporary view other_data_open as
    select c.oid::regclass
    from pg_catalog.pg_class as c
    where
        c.relnamespace = 'booking'::regnamespace
        and c.relkind in ('r', 'p')
        and not c.relrowsecurity;

select is_empty('select * from tenant_data_open', 'none with a tenant_id does not');
select is_empty('select * from other_data_open', 'and all others have it enabled');
create table booking.open (tenant_id uuid);
select isnt_empty('select * from tenant_data_open', 'an open one would be seen');
select isnt_empty('select * from other_data_open', 'by both');

select * from finish();
rollback;
