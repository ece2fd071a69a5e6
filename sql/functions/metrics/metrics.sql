-- All that can be measured, of all tenants together and of none by name. Another group of metrics is another
-- function …_metrics, a line here, and its lines in reference/metrics.sql. It reads what was counted and what is
-- waiting, never the bookings, so it costs the same whatever has been booked. Called by booking_monitor.
create or replace function booking.metrics()
returns table (name text, kind text, help text, labels jsonb, value double precision)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    return query
    select m.metric_name, m.kind, m.help, s.labels, s.value
    from booking.metric as m
    left join (
        select s.* from booking.operation_metrics() as s
        union all
        select s.* from booking.function_metrics() as s
        union all
        select s.* from booking.outbox_metrics() as s
        union all
        -- a series that begins with the first of the dead has not risen, as far as an alert rule can tell
        select 'outbox_effects', jsonb_build_object('kind', k.kind, 'status', 'dead'), 0
        from booking.outbox_kind as k
        where not booking.has_dead(k.kind)
        union all
        select s.* from booking.job_metrics() as s
        union all
        select 'release_info', jsonb_build_object('version', booking.version()), 1
    ) as s on s.name = m.metric_name
    order by m.metric_name, s.labels;
end
$function$;

comment on function booking.metrics() is
'Every metric with its values by labels; a metric without a value has one row, with nulls. For a monitor.';
