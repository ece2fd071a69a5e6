-- When a resource is at work, or the tenant open: the weekly rules of one owner as instants. Rules that begin
-- on a date with an override do not happen.
--
-- Small statements on purpose: a plan that joined all of this would cost more to start than to run.
create or replace function booking.hours(
    p_tenant_id uuid,
    p_resource_id uuid,
    p_clock booking.clock
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_first date := p_clock.first_on;
    v_last date := p_clock.last_on;
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

    v_hours := booking.instants(p_local => v_local, p_clock => p_clock);
    if p_resource_id is null and v_local is null and not exists (
        select from booking.opening_hours as h where h.tenant_id = p_tenant_id
    ) then
        v_hours := tstzmultirange '{(,)}'; -- no opening hours at all restrict nothing
    end if;
    if v_overridden is not null then
        v_hours := booking.overridden(
            p_hours => v_hours, p_tenant_id => p_tenant_id, p_resource_id => p_resource_id,
            p_dates => v_overridden, p_clock => p_clock
        );
    end if;
    return v_hours;
end
$function$;

comment on function booking.hours(uuid, uuid, booking.clock) is
'Working hours around the clock''s window. p_resource_id null: opening hours of the tenant.';
