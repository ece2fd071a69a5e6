-- Called by booking_v1.feed_position only. Takes no locks.
-- "position" is quoted because SQL has a function of that name.
-- noqa: disable=RF06
create or replace function booking.feed_position(p_tenant_id uuid, p_actor booking.actor)
returns table (tenant_id uuid, "position" bigint, audience text)
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
        p_function => 'feed_position'
    );
    return query
    select
        p_tenant_id, booking.feed_end(p_tenant_id),
        case when v_actor.role in ('visitor', 'customer') then 'public' else 'members' end;
end
$function$;

comment on function booking.feed_position(uuid, booking.actor) is 'See booking_v1.feed_position.';
