-- Webhooks, and a worker that delivers to them; included after shop.sql.

create procedure pg_temp.have_webhook(
    p_name text default 'hook', p_event_names text[] default null, p_is_active boolean default true
)
language plpgsql
as $procedure$
begin
    perform booking_v1.upsert_webhook(
        'https://example.org/' || p_name, p_event_names, p_is_active, p_webhook_id => pg_temp.id(p_name)
    );
end
$procedure$;

comment on procedure pg_temp.have_webhook(text, text[], boolean) is 'Sees to it that there is a webhook id(p_name).';

create function pg_temp.message_id(p_webhook text default 'hook')
returns uuid
language plpgsql
as $function$
begin
    perform booking.dispatch_events();
    return (
        select o.outbox_id
        from booking.outbox as o
        where o.kind = 'webhook' and (o.payload ->> 'webhook_id')::uuid = pg_temp.id(p_webhook)
        order by o.created_at desc, o.payload ->> 'version' desc
        limit 1
    );
end
$function$;

comment on function pg_temp.message_id(text) is 'The last message to a webhook; events are dispatched before.';

create function pg_temp.content(p_message_id uuid, p_shop text default 'shop')
returns jsonb
language sql
as $function$
    select booking.webhook_content(pg_temp.id(p_shop), p_message_id)
$function$;

comment on function pg_temp.content(uuid, text) is 'What the worker would send.';

create procedure pg_temp.attempt(p_result text, p_http_status integer default null, p_error text default null)
language plpgsql
as $procedure$
begin
    perform booking.dispatch_events();
    perform booking.report_webhook(
        l.tenant_id, l.outbox_id, l.lease_id, p_result, p_error,
        p_facts => jsonb_build_object('http_status', p_http_status, 'seconds', 0.25)
    )
    from booking.lease_outbox(array['webhook'], 100) as l;
end
$procedure$;

comment on procedure pg_temp.attempt(text, integer, text) is 'A worker tries all that is due, always with the same result.';
