-- A periodic job: the feed is for those who have been away for a moment. The horizon says what is gone, so that
-- nobody takes a gap for silence. Waits a moment for who changes the tenant. Deletes from feed and writes feed_horizon.
create or replace function booking.delete_old_feed(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '1s'
as $function$
declare
    v_before timestamptz := booking.now() - make_interval(
        hours => booking.tenant_limit(p_tenant_id => p_tenant_id, p_policy_name => 'feed_hours')
    );
    v_positions bigint[] := array(
        select f.position
        from booking.feed as f
        where f.tenant_id = p_tenant_id and f.recorded_at < v_before
        order by f.position
        limit p_most
    );
begin
    if cardinality(v_positions) > 0 then
        insert into booking.feed_horizon as h (tenant_id, position)
        values (p_tenant_id, v_positions[cardinality(v_positions)])
        on conflict (tenant_id) do update set position = greatest(h.position, excluded.position);
        delete from booking.feed as f where f.tenant_id = p_tenant_id and f.position = any(v_positions);
    end if;
    return cardinality(v_positions);
exception
    when lock_not_available then
        return 0; -- somebody has something of theirs open: the next run comes again, and no other tenant waits
end
$function$;

comment on function booking.delete_old_feed(uuid, integer) is
'Deletes what has been in the feed for longer than the policy feed_hours, p_most rows at most; returns how many.';
