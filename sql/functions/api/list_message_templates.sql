create or replace function booking_v1.list_message_templates(p_kind text default null)
returns table (
    message_template_id uuid, kind text, channel text, language text, subject text, text_body text,
    html_body text, variables text[]
)
language sql
stable
as $function$
    select
        t.message_template_id, t.kind, t.channel, t.language, t.subject, t.text_body, t.html_body, t.variables
    from booking.list_message_templates(booking.caller_tenant_id(), booking.caller(), p_kind) as t
$function$;

comment on function booking_v1.list_message_templates(text) is
'The words of the messages: the tenant''s own, and those that are used where it has none.

p_kind: only of this kind; null: all.
message_template_id: null: the engine''s own. variables: what a template of this kind can name.
Raises not_authenticated.';
