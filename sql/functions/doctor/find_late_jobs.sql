create or replace function booking.find_late_jobs()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_late_jobs', null::uuid, 'job ' || s.job_name,
        case
            when s.is_late then coalesce('has not run since ' || s.started_at, 'has never run')
            else 'failed when it ran last'
        end,
        case
            when s.is_late then 'Does pg_cron or a worker run? Otherwise call booking.tick() each minute.'
            else 'See booking.job_run for the error.'
        end
    from booking.job_status() as s
    where s.is_late or s.state = 'failed'
$function$;

comment on function booking.find_late_jobs() is 'Periodic jobs that do not run, or fail.';
