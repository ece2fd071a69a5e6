begin;
select plan(1);

select is_empty(
    $$
        select p.oid::regprocedure
        from pg_catalog.pg_proc as p
        where
            p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
            and pg_catalog.obj_description(p.oid, 'pg_proc') is null
    $$,
    'no function is without a comment'
);

select * from finish();
rollback;
