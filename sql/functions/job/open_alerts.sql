create or replace function booking.open_alerts()
returns table (
    source text, code text, message text, raised_at timestamptz, last_at timestamptz, count integer
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    return query
    select a.source, a.code, a.message, a.raised_at, a.last_at, a.count
    from booking.alert as a
    where a.resolved_at is null
    order by a.raised_at, a.source, a.code;
end
$function$;

comment on function booking.open_alerts() is
'What somebody has to look at, the oldest first. For whoever runs the engine.';
