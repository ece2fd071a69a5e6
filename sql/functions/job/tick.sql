-- The clock where pg_cron is not: runs each job that has not run since it was last due. Called late, it runs a job
-- once; called twice, it finds nothing to do. The worker asks for one job at a time, so that each is a transaction
-- of its own. Takes the jobs' advisory locks; writes what the jobs write.
create or replace function booking.tick(p_most integer default null)
returns setof booking.job_run
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_job record;
    v_run booking.job_run;
    v_left integer := p_most;
begin
    for v_job in
        select j.job_name, due_at
        from booking.job as j
        cross join lateral booking.job_slot(j, booking.now()) as due_at
        cross join lateral booking.last_run(j.job_name) as l
        where (l.started_at >= due_at) is not true
        order by due_at, j.job_name -- not by how often, or those of each minute would come before all others
    loop
        exit when v_left <= 0;
        -- asked again under the job's lock: another clock may have been faster
        v_run := booking.run_job(p_job_name => v_job.job_name, p_not_since => v_job.due_at);
        continue when v_run.job_run_id is null;
        v_left := v_left - 1;
        return next v_run;
    end loop;
end
$function$;

comment on function booking.tick(integer) is
'Runs the jobs that are due, p_most of them at most (null: all), and returns their runs. No row: nothing was due.
Late or twice, it harms nothing. For the worker, or any scheduler that can call SQL each minute.';
