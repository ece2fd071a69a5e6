create or replace function booking.job_status()
returns table (
    job_name text, schedule text, description text, state text, started_at timestamptz,
    duration interval, count integer, is_late boolean, alerts text[]
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    return query
    select
        j.job_name, booking.cron_schedule(j.every, j.at), j.description, l.state, l.started_at,
        l.finished_at - l.started_at, l.count, booking.is_late(j, l, booking.now()),
        array(
            select a.code || ': ' || a.message
            from booking.alert as a
            where a.source = 'job ' || j.job_name and a.resolved_at is null
            order by a.code
        )
    from booking.job as j
    cross join lateral booking.last_run(j.job_name) as l
    order by j.job_name;
end
$function$;

comment on function booking.job_status() is
'Each job with its schedule (cron''s notation, UTC), its last run (null: none yet), whether a run is missing, and
its open alerts.';
