-- Called by booking_v1.list_bookings and booking_v1.get_booking only. Takes no locks. Writes
-- personal_data_access: of exactly the rows returned.
create or replace function booking.list_bookings(
    p_tenant_id uuid, p_actor booking.actor, p_booking_id uuid, p_from timestamptz, p_to timestamptz,
    p_resource_id uuid, p_customer_id uuid, p_status text, p_limit integer, p_after uuid, p_manage_token text,
    p_with_running boolean
)
returns table (
    booking_id uuid, service_id uuid, service_name text, customer_id uuid, customer_name text, status text,
    version integer, starts_at timestamptz, ends_at timestamptz, time_zone text, starts_local timestamp,
    customer_time_zone text, resource_ids uuid[], resource_names text[], party_size integer, price numeric,
    currency text, reschedule_count integer, answers jsonb, notes text, metadata jsonb, created_at timestamptz,
    customer_email text, customer_phone text, cancelled_at timestamptz, cancelled_by text, cancelled_from text,
    cancellation_reason text
)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_custom_plan -- each filter may be missing, and those that are there find the index
as $function$
declare
    v_actor booking.actor;
    v_after_start timestamptz;
    -- nothing takes longer (claim_lasts_at_most_33_days), and so the index is read from there
    v_first_start timestamptz := p_from - case when p_with_running then interval '33 days' else interval '0' end;
    v_own_customer_id uuid;
    v_has_token boolean;
    v_function text := case when p_booking_id is null then 'list_bookings' else 'get_booking' end;
begin
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => v_function);
    perform booking.check_list_bookings(p_from => p_from, p_to => p_to, p_status => p_status, p_limit => p_limit);
    v_after_start := booking.bookings_page_start(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_after => p_after
    );
    if p_booking_id is null then
        v_own_customer_id := booking.own_customer_id(v_actor);
    end if;
    v_has_token := booking.is_manage_token(
        p_tenant_id => p_tenant_id, p_booking_id => p_booking_id, p_manage_token => p_manage_token
    );
    return query
    with shown as materialized (
        select b.*
        from booking.booking as b
        where
            b.tenant_id = p_tenant_id
            and (p_booking_id is null or b.booking_id = p_booking_id)
            and (v_own_customer_id is null or b.customer_id = v_own_customer_id)
            and (v_has_token or booking.is_within_reach(v_actor, b.customer_id, b.resource_ids))
            and (p_from is null or (b.starts_at >= v_first_start and b.ends_at > p_from))
            and (p_to is null or b.starts_at < p_to)
            and (p_resource_id is null or p_resource_id = any(b.resource_ids))
            and (p_customer_id is null or b.customer_id = p_customer_id)
            and (p_status is null or b.status = p_status)
            and (p_after is null or (b.starts_at, b.booking_id) > (v_after_start, p_after))
        order by b.starts_at, b.booking_id
        limit p_limit
    ),

    noted as materialized (
        select booking.record_access(
            p_tenant_id => p_tenant_id, p_actor => v_actor, p_function => v_function,
            p_customer_ids => array_agg(n.customer_id)
        )
        from shown as n
    )

    select
        b.booking_id, b.service_id, s.name, c.customer_id,
        case when c.customer_id is not null then coalesce(b.guest_name, c.name) end,
        b.status, b.version, b.starts_at, b.ends_at, b.time_zone, b.starts_local, b.customer_time_zone, b.resource_ids,
        (select n.names from booking.resource_names(p_tenant_id, b.resource_ids) as n),
        b.party_size, b.price, b.currency, b.reschedule_count,
        b.answers, b.notes, b.metadata, b.created_at, c.email, c.phone, x.cancelled_at, x.cancelled_by,
        x.cancelled_from, x.reason
    from shown as b
    cross join noted
    join booking.service as s on s.tenant_id = b.tenant_id and s.service_id = b.service_id
    left join booking.customer as c
        on
            c.tenant_id = b.tenant_id and c.customer_id = b.customer_id
            -- whoever books with an address must not learn what is kept with it, nor whose other bookings are
            and (not booking.is_outsider(v_actor.role) or c.customer_id = v_actor.customer_id)
    left join lateral booking.cancellation_of(p_tenant_id, case when b.status = 'cancelled' then b.booking_id end) as x
        on true
    order by b.starts_at, b.booking_id;
end
$function$;

comment on function booking.list_bookings(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, uuid, text, integer, uuid, text,
    boolean
) is 'See booking_v1.list_bookings.';
