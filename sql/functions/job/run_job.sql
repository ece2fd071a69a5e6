-- The one way a job runs: by pg_cron, by booking.tick or by hand. One run of a job at a time; a second leaves at
-- once. A job that fails has changed nothing, and is recorded with its SQLSTATE; the transaction goes on, so that the
-- record stays and other jobs run. The name of the function is that of a file in cron/, never a caller's.
-- Takes the job's advisory lock; writes job_run and alert, and what the job writes.
create or replace function booking.run_job(p_job_name text, p_not_since timestamptz default null)
returns booking.job_run
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_job booking.job;
    v_before booking.job_run;
    v_run booking.job_run;
begin
    perform booking.check_isolation();
    select j.* into v_job from booking.job as j where j.job_name = p_job_name;
    perform booking.check_argument(
        p_is_valid => found, p_argument => 'p_job_name', p_message => 'is no job'
    );
    if not pg_try_advisory_xact_lock(hashtextextended('pgbooking job ' || p_job_name, 0)) then
        return null;
    end if;
    v_before := booking.last_run(p_job_name);
    if v_before.started_at >= p_not_since then
        return null;
    end if;
    v_run.job_name := p_job_name;
    v_run.started_at := booking.now();
    begin
        if v_job.is_of_each_tenant then
            v_run.count := booking.run_in_tenants(p_function_name => v_job.function_name, p_most => v_job.most);
        else
            execute format('select booking.%I(p_most => $1)', v_job.function_name) into v_run.count using v_job.most;
        end if;
        v_run.state := 'done';
    exception when query_canceled or others then
        -- not its details, which may be somebody's data
        get stacked diagnostics v_run.sqlstate = returned_sqlstate, v_run.message = message_text;
        v_run.state := 'failed';
        v_run.message := left(v_run.message, 200);
    end;
    insert into booking.job_run as r (job_name, started_at, finished_at, state, count, sqlstate, message)
    values (
        p_job_name, v_run.started_at, booking.now(), v_run.state, v_run.count, v_run.sqlstate, v_run.message
    )
    returning r.* into v_run;
    perform booking.judge_run(p_job => v_job, p_run => v_run, p_before => v_before);
    return v_run;
end
$function$;

comment on function booking.run_job(text, timestamptz) is
'Runs a job now and records it. p_not_since: unless it has run since then; null: in any case. Null: it did not run, or
was running already. Raises invalid_argument for a name that is none.';
