create or replace function booking.job_slot(p_job booking.job, p_instant timestamptz)
returns timestamptz
language sql
immutable parallel safe
as $function$
    select pg_catalog.date_bin((p_job).every, p_instant, timestamptz '2000-01-01T00:00Z' + (p_job).at)
$function$;

comment on function booking.job_slot(booking.job, timestamptz) is
'The last time up to an instant at which the job was to run.';
