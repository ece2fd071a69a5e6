begin;
select plan(2);

create view pg_temp.forgotten as
    select p.proname
    from pg_catalog.pg_proc as p
    where
        p.pronamespace = 'booking'::regnamespace and p.prorettype = 'booking.finding'::regtype
        and p.proname <> 'doctor'
        and not exists (
            select
            from pg_catalog.pg_proc as c
            where
                c.pronamespace = 'booking'::regnamespace
                and c.proname in ('doctor', 'find_tenant_problems', 'find_installation_problems')
                and c.prosrc like format('%%from booking.%s(%%', p.proname)
        );
select is_empty('select * from forgotten', 'the doctor forgets none');
create function booking.find_more() returns setof booking.finding language sql as 'select null::booking.finding';
select isnt_empty('select * from forgotten', 'one would be seen');

select * from finish();
rollback;
