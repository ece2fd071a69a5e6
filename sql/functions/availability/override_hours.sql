-- What the overrides of some dates leave open; their windows end at the date's midnight.
create or replace function booking.override_hours(
    p_tenant_id uuid,
    p_resource_id uuid,
    p_clock booking.clock,
    p_dates date[]
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_local tsrange[];
begin
    select
        array_agg(
            tsrange(
                v.on_date + v.start_time,
                least(
                    v.on_date + v.end_time + booking.night(v.start_time, v.end_time),
                    v.on_date + interval '24:00'
                )
            )
        )
    into v_local
    from booking.date_override as v
    where
        v.tenant_id = p_tenant_id
        and coalesce(v.resource_id, v.tenant_id) = coalesce(p_resource_id, p_tenant_id)
        and v.on_date = any(p_dates)
        and v.start_time is not null;
    return booking.instants(p_local => v_local, p_clock => p_clock);
end
$function$;

comment on function booking.override_hours(uuid, uuid, booking.clock, date[]) is
'The windows that overrides set on dates. p_resource_id null: those of the tenant''s opening hours.';
