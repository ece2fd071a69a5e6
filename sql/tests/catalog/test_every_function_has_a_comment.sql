begin;
select plan(2);

create temporary view bare as
    select p.oid::regprocedure
    from pg_catalog.pg_proc as p
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and pg_catalog.obj_description(p.oid, 'pg_proc') is null;

select is_empty('select * from bare', 'no function is without one');
create function booking.bare() returns integer language sql immutable as 'select 1';
select isnt_empty('select * from bare', 'a bare one would be seen');

select * from finish();
rollback;
