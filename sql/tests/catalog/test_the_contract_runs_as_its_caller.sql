begin;
select plan(2);

create temporary view definers as
    select p.oid::regprocedure
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'booking_v1'::regnamespace and p.prosecdef;

select is_empty('select * from definers', 'no function of it has other rights than its caller');
alter function booking_v1.use_tenant(text) security definer;
select isnt_empty('select * from definers', 'one would be seen');

select * from finish();
rollback;
