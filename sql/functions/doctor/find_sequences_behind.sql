-- Logical replication leaves sequences where they were. What has been deleted of the feed counts as well.
create or replace function booking.find_sequences_behind(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_sequences_behind', p_tenant_id, 'sequence booking.' || s.sequencename,
        format('is at %s, and its table at %s', coalesce(s.last_value, 0), t.reached),
        'Deploy again: it is lifted to where its table is.'
    from (
        select 'feed_position_seq' as sequence_name, max(f.position) as reached
        from booking.feed as f
        where f.tenant_id = p_tenant_id
        union all
        select 'feed_position_seq', h.position
        from booking.feed_horizon as h
        where h.tenant_id = p_tenant_id
        union all
        select 'release_release_id_seq', max(r.release_id)
        from booking.release as r
        where p_tenant_id is null
    ) as t
    join pg_catalog.pg_sequences as s on s.schemaname = 'booking' and s.sequencename = t.sequence_name
    where t.reached > coalesce(s.last_value, 0)
$function$;

comment on function booking.find_sequences_behind(uuid) is
'Sequences that give numbers that a tenant''s rows, null: everybody''s, have already.';
