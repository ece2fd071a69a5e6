begin;
select plan(2);

create temporary view allowed as
    select r.role_name, p.proname
    from pg_catalog.pg_proc as p
    cross join unnest(array['anon', 'authenticated', 'service_role']) as r (role_name)
    where
        p.pronamespace = 'booking'::regnamespace
        and (
            p.proname in ('run_job', 'tick', 'job_status', 'open_alerts', 'schedule_jobs', 'cron_statement', 'raise_alert', 'resolve_alert')
            or p.proname in (select j.function_name from booking.job as j)
        )
        and pg_catalog.has_function_privilege(r.role_name, p.oid, 'execute');

select is_empty('select * from allowed', 'none may call one');
grant execute on function booking.run_job(text, timestamptz) to anon;
select isnt_empty('select * from allowed', 'who might would be seen');

select * from finish();
rollback;
