begin;
select plan(4);

create temporary view powers as
    select r.rolname
    from pg_catalog.pg_roles as r
    where
        r.rolname = 'booking_engine'
        and (
            r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcanlogin
            or pg_catalog.pg_has_role(r.oid, 'booking_owner', 'member')
        );
create temporary view possessions as
    select c.oid::regclass
    from pg_catalog.pg_class as c
    where c.relowner = to_regrole('booking_engine');

select is_empty('select * from powers', 'it has no power beyond its grants');
select is_empty('select * from possessions', 'and owns no table');
alter role booking_engine bypassrls;
select isnt_empty('select * from powers', 'a power would be seen');
create table booking.own (tenant_id uuid);
grant create on schema booking to booking_engine;
alter table booking.own owner to booking_engine;
select isnt_empty('select * from possessions', 'and a table, too');

select * from finish();
rollback;
