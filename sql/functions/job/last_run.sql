create or replace function booking.last_run(p_job_name text)
returns booking.job_run
language sql
stable
as $function$
    select r
    from booking.job_run as r
    where r.job_name = p_job_name and r.started_at <= booking.now() -- by a clock that was ahead, a run says nothing
    order by r.started_at desc
    limit 1
$function$;

comment on function booking.last_run(text) is 'The last run of a job that has ended; null: none has.';
