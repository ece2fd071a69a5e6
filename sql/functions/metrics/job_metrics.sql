create or replace function booking.job_metrics()
returns setof booking.sample
language sql
stable
as $function$
    select m.name, jsonb_build_object('job', s.job_name), m.value
    from booking.job_status() as s
    cross join lateral (
        values
        ('job_lag_seconds', extract(epoch from booking.now() - s.started_at)::double precision),
        ('job_late', s.is_late::integer::double precision),
        ('job_failed', (s.state = 'failed')::integer::double precision)
    ) as m (name, value)
    where m.value is not null
    union all
    select 'alerts', jsonb_build_object('code', a.code), count(*)::double precision
    from booking.alert as a
    where a.resolved_at is null
    group by a.code
$function$;

comment on function booking.job_metrics() is 'Whether the periodic jobs run, and what somebody has to look at.';
