create or replace function booking.operation_metrics()
returns setof booking.sample
language sql
stable
as $function$
    select
        'operations_total', jsonb_build_object('command', c.command, 'status', c.status, 'code', c.code),
        c.count::double precision
    from booking.operation_count as c
    union all
    select 'replays_total', jsonb '{}', case when r.is_called then r.last_value else 0 end::double precision
    from booking.replay_count as r
$function$;

comment on function booking.operation_metrics() is 'What commands did.';
