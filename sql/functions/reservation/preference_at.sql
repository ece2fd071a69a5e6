create or replace function booking.preference_at(p_tenant_id uuid, p_resource_id uuid, p_starts_at timestamptz)
returns integer
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select coalesce(max(w.preference), 0)
        from booking.resource as r
        join booking.weekly_hours as w on w.tenant_id = r.tenant_id and w.resource_id = r.resource_id
        cross join lateral (values (p_starts_at at time zone r.time_zone)) as l (local)
        cross join lateral (
            values (l.local::date), (l.local::date - 1)
        ) as d (on_date)
        where
            r.tenant_id = p_tenant_id
            and r.resource_id = p_resource_id
            and w.weekday = extract(dow from d.on_date)
            and d.on_date between w.valid_from and w.valid_until
            and l.local >= d.on_date + w.start_time
            and l.local < d.on_date + w.end_time + booking.night(w.start_time, w.end_time)
    );
end
$function$;

comment on function booking.preference_at(uuid, uuid, timestamptz) is
'The weight that a resource gives to working at that time; 0 where its hours say nothing.';
