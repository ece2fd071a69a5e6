-- What a receiver is told. The booking is as the event left it, put together from its history, so a message is the
-- same in each attempt, whatever has happened since. Ids and facts only: free text and answers never are in a
-- history, reasons are left out.
create or replace function booking.webhook_message(p_tenant_id uuid, p_outbox booking.outbox)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking_id uuid := p_outbox.booking_id;
    v_version integer := (p_outbox.payload ->> 'version')::integer;
begin
    if v_booking_id is null then
        return jsonb_build_object(
            'type', p_outbox.payload ->> 'event_name', 'timestamp', p_outbox.created_at,
            'data', jsonb_build_object('tenant_id', p_tenant_id, 'webhook_id', p_outbox.payload ->> 'webhook_id')
        );
    end if;
    return (
        select jsonb_build_object(
            'type', p_outbox.payload ->> 'event_name',
            'timestamp', max(e.occurred_at),
            'data', jsonb_build_object('tenant_id', p_tenant_id, 'booking_id', v_booking_id, 'version', v_version)
            || jsonb_object_agg(c.key, c.value order by e.version)
        )
        from booking.booking_event as e
        cross join lateral jsonb_each(e.changes) as c
        where
            e.tenant_id = p_tenant_id and e.booking_id = v_booking_id and e.version <= v_version
            and c.key in (
                'status', 'service_id', 'customer_id', 'resource_ids', 'starts_at', 'ends_at', 'time_zone',
                'party_size', 'price', 'currency', 'reschedule_count'
            )
    );
end
$function$;

comment on function booking.webhook_message(uuid, booking.outbox) is
'The message of an effect: type, timestamp (when it happened), data. Null: what it was about is gone.';
