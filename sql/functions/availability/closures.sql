-- What closes time of a resource that would be open: its time off and the holidays that concern it.
create or replace function booking.closures(p_tenant_id uuid, p_resource_id uuid, p_window tstzrange)
returns table (code text, rule_id uuid, during tsrange)
language sql
stable
as $function$
    select 'time_off', f.time_off_id, tsrange(f.starts_local, f.ends_local)
    from booking.time_off as f
    where
        f.tenant_id = p_tenant_id
        and f.resource_id = p_resource_id
        and f.ends_local >= (lower(p_window) at time zone 'UTC') - interval '48:00'
        and f.starts_local <= (upper(p_window) at time zone 'UTC') + interval '48:00'
    union all
    select 'holiday', h.holiday_id, tsrange(h.starts_on, h.ends_on + 1)
    from booking.holidays(p_tenant_id, p_window) as h
    where
        h.all_resources
        or exists (
            select
            from booking.holiday_resource as x
            where
                x.tenant_id = p_tenant_id
                and x.holiday_id = h.holiday_id
                and x.resource_id = p_resource_id
        )
$function$;

comment on function booking.closures(uuid, uuid, tstzrange) is
'Holidays and time off of a resource around a window: code, the record''s id, and when by its clock.';
