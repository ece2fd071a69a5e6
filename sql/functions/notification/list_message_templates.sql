-- Called by booking_v1.list_message_templates only. Takes no locks.
create or replace function booking.list_message_templates(p_tenant_id uuid, p_actor booking.actor, p_kind text)
returns table (
    message_template_id uuid, kind text, channel text, language text, subject text, text_body text,
    html_body text, variables text[]
)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'list_message_templates'
    );
    return query
    select
        t.message_template_id, t.kind, t.channel, t.language, t.subject, t.text_body, t.html_body, k.variables
    from (
        select
            m.message_template_id, m.kind, m.channel, m.language::text, m.subject, m.text_body, m.html_body
        from booking.message_template as m
        where m.tenant_id = p_tenant_id
        union all
        select null, d.kind, d.channel, d.language::text, d.subject, d.text_body, d.html_body
        from booking.default_template as d
    ) as t
    join booking.notification_kind as k on k.kind = t.kind
    where p_kind is null or t.kind = p_kind
    order by t.kind, t.channel, t.language, t.message_template_id nulls last;
end
$function$;

comment on function booking.list_message_templates(uuid, booking.actor, text) is
'See booking_v1.list_message_templates.';
