begin;
select plan(2);

-- Names of foreign keys and primary keys say it all.
create temporary view bare as
    select c.conname, c.conrelid::regclass
    from pg_catalog.pg_constraint as c
    where
        c.connamespace = 'booking'::regnamespace
        and c.contype in ('c', 'u', 'x')
        and pg_catalog.obj_description(c.oid, 'pg_constraint') is null;

select is_empty('select * from bare', 'no check, unique or exclusion constraint is without one');
alter table booking.tenant add constraint tenant_is_bare check (name <> 'bare');
select isnt_empty('select * from bare', 'a bare one would be seen');

select * from finish();
rollback;
