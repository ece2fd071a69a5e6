begin;
select plan(4);

create temporary view wrong as
    select j.job_name
    from booking.job as j
    left join pg_catalog.pg_proc as p
        on
            p.pronamespace = 'booking'::regnamespace
            and p.proname = j.function_name
            and p.proargnames[1:p.pronargs] = case
                when j.is_of_each_tenant then array['p_tenant_id', 'p_most'] else array['p_most']
            end
            and p.prorettype = 'integer'::regtype
            and not p.proretset
    where p.oid is null;

select isnt_empty('select from booking.job', 'there are jobs');
select is_empty('select * from wrong', 'each takes how much to do, and says how much it did');
update booking.job as j set is_of_each_tenant = true where j.job_name = 'job_log';
select isnt_empty('select * from wrong', 'one that knows of no tenant would be seen');
update booking.job as j set is_of_each_tenant = false, function_name = 'now' where j.job_name = 'job_log';
select isnt_empty('select * from wrong', 'another function would be seen');

select * from finish();
rollback;
