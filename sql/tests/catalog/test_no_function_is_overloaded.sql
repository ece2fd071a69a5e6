begin;
select plan(2);

create temporary view overloaded as
    select p.proname, p.pronamespace::regnamespace
    from pg_catalog.pg_proc as p
    where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
    group by p.proname, p.pronamespace
    having count(*) > 1;

select is_empty('select * from overloaded', 'one name, one function');
create function booking_v1.use_tenant(p_tenant_id uuid) returns uuid language sql immutable as 'select $1';
select isnt_empty('select * from overloaded', 'another one would be seen');

select * from finish();
rollback;
