-- A periodic job: the log of runs is kept for a week, resolved alerts for a quarter of a year. Each job runs at
-- least daily, so its last run is younger. Deletes from job_run and alert.
create or replace function booking.delete_old_runs(p_most integer default 100000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_count integer;
begin
    delete from booking.alert as a where a.resolved_at < v_now - interval '90 days';
    -- materialized: a subquery with a limit may be run once for each row, and then finds others each time
    with old as materialized (
        select r.job_run_id
        from booking.job_run as r
        where r.started_at < v_now - interval '7 days'
        order by r.started_at
        limit p_most
    )

    delete from booking.job_run as r
    using old as o
    where r.job_run_id = o.job_run_id;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.delete_old_runs(integer) is
'Deletes runs older than a week, p_most at most, and alerts that were resolved a quarter ago; returns how many runs.';
