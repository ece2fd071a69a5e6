-- What has been deleted of the feed counts as well: somebody was told of it.
create or replace function booking.sequences_behind(p_tenant_id uuid)
returns table (sequence_name text, last_value bigint, reached bigint)
language sql
stable
as $function$
    select 'booking.' || s.sequencename, coalesce(s.last_value, 0), max(t.reached)
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
    group by s.sequencename, s.last_value
    having max(t.reached) > coalesce(s.last_value, 0)
$function$;

comment on function booking.sequences_behind(uuid) is
'Sequences that give numbers that a tenant''s rows, null: everybody''s, have already.';
