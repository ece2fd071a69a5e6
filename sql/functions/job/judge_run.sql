-- Raises and resolves the alerts of a job by what a run of it was like: it failed; it came late; it and the run before
-- both did as much as a run may, so that there is more to do. Writes booking.alert.
create or replace function booking.judge_run(
    p_job booking.job,
    p_run booking.job_run,
    p_before booking.job_run
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_source text := 'job ' || p_job.job_name;
    v_trouble record;
begin
    for v_trouble in
        select t.code, t.is_so, t.message
        from (
            values
            ('failed', p_run.state = 'failed', concat_ws(': ', p_run.sqlstate, p_run.message)),
            (
                'late', booking.is_late(p_job, p_before, p_run.started_at),
                format('it ran at %s, and before at %s', p_run.started_at, coalesce(p_before.started_at::text, 'no time'))
            ),
            (
                -- null where one of the two failed: what there is to do is not known then, and the alert stays as it is
                'behind', p_run.count >= p_job.most and p_before.count >= p_job.most,
                format('two runs did all they might, %s each, and there is more to do', p_job.most)
            )
        ) as t (code, is_so, message)
    loop
        if v_trouble.is_so then
            perform booking.raise_alert(
                p_source => v_source, p_code => v_trouble.code, p_message => v_trouble.message
            );
        elsif not v_trouble.is_so then
            perform booking.resolve_alert(p_source => v_source, p_code => v_trouble.code);
        end if;
    end loop;
end
$function$;

comment on function booking.judge_run(booking.job, booking.job_run, booking.job_run) is
'Raises or resolves the alerts failed, late and behind of a job. p_before: the run before; null: there was none.';
