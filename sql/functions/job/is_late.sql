create or replace function booking.is_late(p_job booking.job, p_last booking.job_run, p_now timestamptz)
returns boolean
language sql
immutable parallel safe
as $function$
    -- one that never ran is late once it has been there for as long
    select coalesce((p_last).started_at, (p_job).created_at)
        < booking.job_slot(p_job => p_job, p_instant => p_now - (p_job).late_after)
$function$;

comment on function booking.is_late(booking.job, booking.job_run, timestamptz) is
'Whether a run is missing that should have begun late_after ago. p_last: the last run.';
