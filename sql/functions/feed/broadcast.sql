-- On Supabase the feed also goes to the clients of its Realtime. There this function belongs to whoever deploys, who
-- may send; elsewhere to the engine, and does nothing (grants.sql). Availability is for everybody who knows the
-- tenant's id; bookings go to a private channel, which a policy on realtime.messages has to open. Whoever may not
-- send, or whatever Realtime lacks, must not stop the dispatcher. Called by booking.dispatch_events only.
create or replace function booking.broadcast(p_tenant_id uuid, p_rows booking.feed[])
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is not null then
        perform realtime.send(
            jsonb_strip_nulls(to_jsonb(r)) - '{tenant_id,recorded_at}'::text[], r.kind,
            concat_ws(':', 'booking', p_tenant_id, case r.kind when 'booking' then 'members' end),
            r.kind = 'booking'
        )
        from unnest(p_rows) as r;
    end if;
exception when insufficient_privilege or undefined_table then
    raise warning 'the feed could not be sent to Realtime: %', sqlerrm;
end
$function$;

comment on function booking.broadcast(uuid, booking.feed[]) is
'Sends rows of the feed to Supabase''s Realtime, where there is one.';
