-- Called by booking_v1.list_holidays only. Takes no locks.
create or replace function booking.list_holidays(
    p_tenant_id uuid, p_actor booking.actor, p_from date, p_to date, p_limit integer, p_after uuid
)
returns table (
    holiday_id uuid, name text, kind text, starts_on date, ends_on date, is_yearly boolean,
    description text, resource_ids uuid[]
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'list_holidays'
    );
    perform booking.check_bounds(p_from => p_from, p_to => p_to);
    perform booking.check_limit(p_limit => p_limit);
    return query
    with listed as (
        select
            row_number() over (order by h.starts_on, h.name, h.holiday_id) as position,
            h.holiday_id, h.name, h.kind, h.starts_on, h.ends_on, h.is_yearly, h.description,
            case
                when not h.all_resources then array(
                    select x.resource_id
                    from booking.holiday_resource as x
                    where x.tenant_id = h.tenant_id and x.holiday_id = h.holiday_id
                    order by x.resource_id
                )
            end as resource_ids
        from booking.holiday as h
        where
            h.tenant_id = p_tenant_id
            -- who of the staff is away, and why, is nothing that slots or refusals tell either
            and (h.all_resources or not booking.is_outsider(v_actor.role))
            and (p_from is null or h.is_yearly or h.ends_on >= p_from)
            and (p_to is null or h.is_yearly or h.starts_on <= p_to)
    )

    select l.holiday_id, l.name, l.kind, l.starts_on, l.ends_on, l.is_yearly, l.description, l.resource_ids
    from listed as l
    where l.position > (
        select booking.page_start(p_is_next => p_after is not null, p_position => max(f.position))
        from listed as f
        where f.holiday_id = p_after
    )
    order by l.position
    limit p_limit;
end
$function$;

comment on function booking.list_holidays(uuid, booking.actor, date, date, integer, uuid) is
'See booking_v1.list_holidays.';
