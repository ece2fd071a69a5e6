-- Called by booking_v1.feed only. Members are told of the bookings that list_bookings shows them. Takes no locks.
-- "position" is quoted because SQL has a function of that name.
-- noqa: disable=RF06
create or replace function booking.feed(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_after bigint,
    p_limit integer
)
returns table (
    "position" bigint, kind text, change text, resource_ids uuid[], starts_at timestamptz, ends_at timestamptz,
    booking_id uuid, version integer, service_id uuid, occurred_at timestamptz
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
    v_is_member boolean;
    v_end bigint;
    v_horizon bigint;
    v_public_ids uuid[];
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'feed'
    );
    perform booking.check_limit(p_limit => p_limit);
    v_is_member := not booking.is_outsider(v_actor.role);
    if v_is_member then
        v_actor := booking.admit(
            p_tenant_id => p_tenant_id, p_actor => p_actor,
            p_function => 'list_bookings'
        );
    end if;
    v_end := booking.feed_end(p_tenant_id);
    select h.position into v_horizon from booking.feed_horizon as h where h.tenant_id = p_tenant_id;
    if p_after < v_horizon or p_after > v_end then
        return query
        select
            v_end, 'reload', null::text, null::uuid[], null::timestamptz, null::timestamptz, null::uuid,
            null::integer, null::uuid, booking.now();
        return;
    end if;

    if not v_is_member then
        v_public_ids := booking.public_resource_ids(p_tenant_id);
    end if;
    return query
    select
        f.position, f.kind, f.change,
        case
            when v_is_member then f.resource_ids
            else array(
                select r.resource_id
                from unnest(f.resource_ids) as r (resource_id)
                where r.resource_id = any(v_public_ids)
            )
        end,
        f.starts_at, f.ends_at, f.booking_id, f.version, f.service_id, f.occurred_at
    from booking.feed as f
    where
        f.tenant_id = p_tenant_id and f.position > coalesce(p_after, 0)
        and case f.kind
            when 'availability' then v_is_member or f.resource_ids && v_public_ids
            else v_is_member and booking.is_within_reach(v_actor, null, f.resource_ids)
        end
    order by f.position
    limit p_limit;
end
$function$;

comment on function booking.feed(uuid, booking.actor, bigint, integer) is 'See booking_v1.feed.';
