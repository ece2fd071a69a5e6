-- A periodic job: notices jobs that don't run at all, which no run of theirs can tell. Writes alert, of the whole
-- installation.
create or replace function booking.check_jobs(p_most integer default 100)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
    v_late record;
    v_count integer := 0;
begin
    for v_late in
        select
            j.job_name,
            coalesce(l.started_at, j.created_at) as since
        from booking.job as j
        cross join lateral booking.last_run(j.job_name) as l
        where booking.is_late(j, l, v_now)
        order by since
        limit p_most
    loop
        perform booking.raise_alert(
            p_source => 'job ' || v_late.job_name, p_code => 'late',
            p_message => format('it has not run since %s', v_late.since)
        );
        v_count := v_count + 1;
    end loop;
    return v_count;
end
$function$;

comment on function booking.check_jobs(integer) is
'Raises the alert late for jobs that do not run, p_most at most; returns how many those are.';
