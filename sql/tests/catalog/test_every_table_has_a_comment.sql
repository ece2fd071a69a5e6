begin;
select plan(2);

create temporary view bare as
    select c.oid::regclass
    from pg_catalog.pg_class as c
    where
        c.relnamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and c.relkind in ('r', 'p', 'v', 'm')
        and pg_catalog.obj_description(c.oid, 'pg_class') is null;

select is_empty('select * from bare', 'no table and no view is without one');
create table booking.bare (id integer);
select isnt_empty('select * from bare', 'a bare one would be seen');

select * from finish();
rollback;
