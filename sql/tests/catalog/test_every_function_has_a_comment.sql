begin;
select plan(3);

create temporary view bare as
    select p.oid::regprocedure
    from pg_catalog.pg_proc as p
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and pg_catalog.obj_description(p.oid, 'pg_proc') is null;

select is_empty('select * from bare', 'no function is without one');
create function booking.bare() returns integer language sql immutable as 'select 1';
select isnt_empty('select * from bare', 'a bare one would be seen');

select is_empty(
    $$
        select p.oid::regprocedure
        from pg_catalog.pg_proc as p
        where
            p.pronamespace = 'booking_v1'::regnamespace
            and pg_catalog.obj_description(p.oid, 'pg_proc') like '%=>%'
    $$,
    'without calls: routes and the command line read the same words, and write arguments otherwise'
);

select * from finish();
rollback;
