-- Called by booking_v1.feed_position only. Takes no locks.
-- "position" is quoted because SQL has a function of that name.
-- noqa: disable=RF06
create or replace function booking.feed_position(p_tenant_id uuid, p_actor booking.actor)
returns table (tenant_id uuid, "position" bigint, audience text, caller text)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_is_public boolean;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'feed_position'
    );
    v_is_public := booking.is_outsider(v_actor.role);
    return query
    select
        p_tenant_id, booking.feed_end(p_tenant_id),
        case when v_is_public then 'public' else 'members' end,
        coalesce(p_actor.subject, case when v_is_public then booking.client_address() end);
end
$function$;

comment on function booking.feed_position(uuid, booking.actor) is 'See booking_v1.feed_position.';
