begin;
select plan(2);

create temporary view bare as
    select t.oid::regtype
    from pg_catalog.pg_type as t
    left join pg_catalog.pg_class as c on c.oid = t.typrelid
    where
        t.typnamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and (t.typtype in ('d', 'e', 'r') or c.relkind = 'c')
        and pg_catalog.obj_description(t.oid, 'pg_type') is null;

select is_empty('select * from bare', 'no type is without one');
create type booking_v1.bare as (id integer);
select isnt_empty('select * from bare', 'a bare one would be seen');

select * from finish();
rollback;
