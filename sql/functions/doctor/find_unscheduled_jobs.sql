-- pg_cron shows jobs to whoever scheduled them and to superusers, so only superusers are told something here. It may
-- live in another database; then a table of jobs in this one is a copy that nobody reads. What does not run, for
-- whatever reason, is found by find_late_jobs.
create or replace function booking.find_unscheduled_jobs()
returns setof booking.finding
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if to_regclass('cron.job') is null
        or not (select r.rolsuper from pg_roles as r where r.rolname = current_user)
    then
        return;
    end if;
    return query
    select
        'find_unscheduled_jobs', null::uuid, 'job ' || j.job_name,
        'pg_cron does not have it, or not switched on, or as a role that is gone',
        'select booking.schedule_jobs()'
    from booking.job as j
    where
        coalesce(booking.cron_database(), current_database()) = current_database()
        and not exists (
            select
            from cron.job as c
            join pg_roles as r on r.rolname = c.username
            where c.jobname = 'pgbooking:' || j.job_name and c.active
        );
end
$function$;

comment on function booking.find_unscheduled_jobs() is
'Jobs that pg_cron, where it is in this database, does not know, or would not run.';
