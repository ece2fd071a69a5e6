begin;
select plan(3);

create temporary view functions as
    select p.oid::regprocedure
    from pg_catalog.pg_proc as p
    cross join lateral pg_catalog.aclexplode(
        coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
    ) as g
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and g.grantee = 0;
-- Everything else that can be granted: nothing to the public, no table to those who log in.
create temporary view objects as
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    cross join lateral pg_catalog.aclexplode(c.relacl) as g
    where
        c.relnamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and g.grantee not in (to_regrole('booking_owner'), to_regrole('booking_engine'))
        and g.grantee <> c.relowner
    union all
    select n.nspname
    from pg_catalog.pg_namespace as n
    cross join lateral pg_catalog.aclexplode(n.nspacl) as g
    where n.nspname in ('booking', 'booking_v1') and g.grantee = 0;

select is_empty('select * from functions', 'call no function');
select is_empty('select * from objects', 'use no schema, read no table');
grant select on booking.tenant to authenticated;
select isnt_empty('select * from objects', 'a table that a client may read would be seen');

select * from finish();
rollback;
