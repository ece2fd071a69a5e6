-- When a resource is at work, or the tenant open: the weekly rules of one owner as instants.
--
-- On a date with an override nothing but the override counts: rules that begin on it do not happen, and what
-- reaches into it from the evening before ends at its midnight. So: add up the rules of all other dates,
-- take the overridden days out, and put back what the overrides say about their day.
--
-- Small statements on purpose: a plan that joined all of this would cost more to start than to run.
create or replace function booking.hours(
    p_tenant_id uuid,
    p_resource_id uuid,
    p_time_zone text,
    p_window tstzrange
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    -- in no zone does the window touch dates before the first or after the last; night shifts begin the
    -- evening before
    v_first date := (lower(p_window) at time zone 'UTC')::date - 2;
    v_last date := (upper(p_window) at time zone 'UTC')::date + 1;
    v_overridden date[];
    v_local tsrange[];
    v_hours tstzmultirange;
begin
    select array_agg(v.on_date) into v_overridden
    from booking.date_override as v
    where
        v.tenant_id = p_tenant_id
        and coalesce(v.resource_id, v.tenant_id) = coalesce(p_resource_id, p_tenant_id)
        and v.on_date between v_first and v_last;

    if p_resource_id is not null then
        select array_agg(tsrange(d.on_date + w.start_time, d.on_date + w.end_time + booking.night(w.start_time, w.end_time)))
        into v_local
        from booking.weekly_hours as w
        join booking.dates(v_first, v_last) as d on d.weekday = w.weekday
        where
            w.tenant_id = p_tenant_id
            and w.resource_id = p_resource_id
            and d.on_date between w.valid_from and w.valid_until
            and (d.on_date = any(v_overridden)) is not true;
    else
        select array_agg(tsrange(d.on_date + h.start_time, d.on_date + h.end_time + booking.night(h.start_time, h.end_time)))
        into v_local
        from booking.opening_hours as h
        join booking.dates(v_first, v_last) as d on d.weekday = h.weekday
        where h.tenant_id = p_tenant_id and (d.on_date = any(v_overridden)) is not true;
    end if;

    v_hours := booking.instants(p_local => v_local, p_time_zone => p_time_zone, p_window => p_window);
    if p_resource_id is null and v_local is null and not exists (
        select from booking.opening_hours as h where h.tenant_id = p_tenant_id
    ) then
        v_hours := '{(,)}'; -- no opening hours at all restrict nothing
    end if;
    if v_overridden is not null then
        v_hours := v_hours
            - booking.instants(
                p_local => array(
                    select tsrange(o.on_date, o.on_date + interval '24:00')
                    from unnest(v_overridden) as o (on_date)
                ),
                p_time_zone => p_time_zone, p_window => p_window
            )
            + booking.override_hours(
                p_tenant_id => p_tenant_id, p_resource_id => p_resource_id, p_time_zone => p_time_zone,
                p_dates => v_overridden, p_window => p_window
            );
    end if;
    return v_hours;
end
$function$;

comment on function booking.hours(uuid, uuid, text, tstzrange) is
'Working hours in and around a window, in the zone given. p_resource_id null: opening hours of the tenant.';
