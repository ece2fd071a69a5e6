-- A periodic job: the feed is for those who have been away for a moment. The horizon says what is gone, so that
-- nobody takes a gap for silence. Deletes from feed and writes feed_horizon, of every tenant.
create or replace function booking.delete_old_feed(p_most integer default 10000)
returns integer
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
    v_before timestamptz;
    v_positions bigint[];
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_before := booking.now() - make_interval(
            hours => booking.tenant_limit(p_tenant_id => v_tenant_id, p_policy_name => 'feed_hours')
        );
        v_positions := array(
            select f.position
            from booking.feed as f
            where f.tenant_id = v_tenant_id and f.recorded_at < v_before
            order by f.position
            limit v_left
        );
        continue when cardinality(v_positions) = 0;
        insert into booking.feed_horizon as h (tenant_id, position)
        values (v_tenant_id, v_positions[cardinality(v_positions)])
        on conflict (tenant_id) do update set position = greatest(h.position, excluded.position);
        delete from booking.feed as f where f.tenant_id = v_tenant_id and f.position = any(v_positions);
        v_left := v_left - cardinality(v_positions);
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.delete_old_feed(integer) is
'Deletes what has been in the feed for longer than the policy feed_hours, p_most rows at most; returns how many.
Fewer than p_most: none is left. For a scheduler, or whoever deploys; no client may call it.';
