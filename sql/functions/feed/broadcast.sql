-- On Supabase the feed also goes to the clients of its Realtime: members' rows to a channel of theirs, visitors' to
-- one for everybody. There this function belongs to whoever deploys, who may send; elsewhere to the engine, and does
-- nothing (grants.sql). Both channels are private: into a public one any visitor could also write, and tell others
-- that a slot is gone. Policies on realtime.messages say who hears what. Whoever may not send, or whatever Realtime
-- lacks, must not stop the dispatcher. Called by booking.feed_events only.
create or replace function booking.broadcast(p_tenant_id uuid, p_rows booking.feed[], p_public_resource_ids uuid[])
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    if to_regprocedure('realtime.broadcast_changes(text,text,text,text,text,record,record,text)') is not null then
        -- as of a row that was added to the feed: topic, event, operation, table, schema, new, old
        perform realtime.broadcast_changes(c.topic, r.kind, 'INSERT', 'feed', 'booking_v1', r, null::record)
        from (
            values
            (concat_ws(':', 'booking', p_tenant_id, 'members'), true),
            (concat_ws(':', 'booking', p_tenant_id), false)
        ) as c (topic, is_members)
        cross join lateral (
            select
                f.position, f.kind, f.change,
                case
                    when c.is_members then f.resource_ids
                    else array(select i from unnest(f.resource_ids) as i where i = any(p_public_resource_ids))
                end as resource_ids,
                f.starts_at, f.ends_at, f.booking_id, f.version, f.service_id, f.occurred_at
            from unnest(p_rows) as f
            where c.is_members or (f.kind = 'availability' and f.resource_ids && p_public_resource_ids)
            order by f.position
        ) as r;
    end if;
-- broadcast_changes raises whatever it meets as raise_exception
exception when raise_exception or insufficient_privilege then
    raise warning 'the feed could not be sent to Realtime: %', sqlerrm;
end
$function$;

comment on function booking.broadcast(uuid, booking.feed[], uuid[]) is
'Sends rows of the feed to Supabase''s Realtime, where there is one.';
