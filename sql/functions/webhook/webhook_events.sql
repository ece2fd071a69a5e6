-- A consumer of booking.dispatch_events: a message to each webhook for each event that it is told. The key makes
-- an event that is dispatched twice one message. Writes booking.outbox.
create or replace function booking.webhook_events(p_tenant_id uuid, p_events booking.booking_event[])
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz := booking.now();
begin
    return booking.enqueue(
        p_tenant_id => p_tenant_id,
        p_effects => array(
            select
                (
                    'webhook',
                    concat_ws(' ', w.webhook_id, e.booking_id, e.version),
                    jsonb_build_object(
                        'webhook_id', w.webhook_id, 'event_name', n.event_name, 'booking_id', e.booking_id,
                        'version', e.version
                    ),
                    case when booking.is_resting(p_webhook => w, p_now => v_now) then w.rests_until end
                )::booking.effect
            from unnest(p_events) as e
            join booking.webhook_event as n on n.event_kind = e.kind
            join booking.webhook as w
                on w.tenant_id = p_tenant_id and w.is_active and w.disabled_at is null and n.event_name = any(w.event_names)
        )
    );
end
$function$;

comment on function booking.webhook_events(uuid, booking.booking_event[]) is
'Queues what webhooks are to be told of these events; returns how many messages.';
