-- PostgreSQL's own statistics of the private halves, which are named as the functions of the contract.
create or replace function booking.function_metrics()
returns setof booking.sample
language sql
stable
as $function$
    select m.name, jsonb_build_object('function', f.funcname), m.value
    from pg_catalog.pg_stat_user_functions as f
    join booking.permission as p on p.function_name = f.funcname
    cross join lateral (
        values ('function_calls_total', f.calls::double precision), ('function_seconds_total', f.total_time / 1000)
    ) as m (name, value)
    where f.schemaname = 'booking'
$function$;

comment on function booking.function_metrics() is
'How often the contract''s functions were called, and how long they took; no row unless track_functions is on.';
