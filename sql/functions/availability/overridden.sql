-- On a date with an override nothing but the override counts: what reaches into it from the evening before
-- ends at its midnight. What an override itself says of its date counts on that date, and reaches into the
-- next like any other night shift, unless that one is overridden, too.
create or replace function booking.overridden(
    p_hours tstzmultirange,
    p_tenant_id uuid,
    p_resource_id uuid,
    p_dates date[],
    p_clock booking.clock
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_days tsrange[];
    v_whole tsrange[];
    v_on_date tsrange[];
begin
    select
        array_agg(tsrange(o.on_date, o.on_date + interval '24:00')),
        array_agg(tsrange(o.starts_local, o.ends_local)) filter (where o.starts_local is not null),
        array_agg(tsrange(o.starts_local, least(o.ends_local, o.on_date + interval '24:00')))
        filter (where o.starts_local is not null)
    into v_days, v_whole, v_on_date
    from (
        select
            v.on_date,
            v.on_date + v.start_time as starts_local,
            v.on_date + v.end_time + booking.night(v.start_time, v.end_time) as ends_local
        from booking.date_override as v
        where
            v.tenant_id = p_tenant_id
            and coalesce(v.resource_id, v.tenant_id) = coalesce(p_resource_id, p_tenant_id)
            and v.on_date = any(p_dates)
    ) as o;
    return
        p_hours + booking.instants(p_local => v_whole, p_clock => p_clock)
        - booking.instants(p_local => v_days, p_clock => p_clock)
        + booking.instants(p_local => v_on_date, p_clock => p_clock);
end
$function$;

comment on function booking.overridden(tstzmultirange, uuid, uuid, date[], booking.clock) is
'Hours of all other dates, with what overrides say about theirs. p_resource_id null: the tenant''s.';
