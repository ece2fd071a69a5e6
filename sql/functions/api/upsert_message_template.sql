create or replace function booking_v1.upsert_message_template(
    p_kind text,
    p_language text,
    p_subject text,
    p_text_body text,
    p_html_body text default null,
    p_channel text default 'email',
    p_message_template_id uuid default null
)
returns table (message_template_id uuid)
language sql
volatile
as $function$
    select booking.upsert_message_template(
        booking.caller_tenant_id(), booking.caller(), p_kind, p_language, p_subject, p_text_body, p_html_body,
        p_channel, p_message_template_id
    )
$function$;

comment on function booking_v1.upsert_message_template(text, text, text, text, text, text, uuid) is
'Sets the words of a kind of message in a language, or changes the template with that id; returns the id.

p_kind: one of list_message_templates, which also says what can be named in it.
p_language: of those who get it: de, de-AT.
p_subject: one line of at most 200 characters; null or '''' where the channel has none.
p_text_body: at most 20000 characters of plain text. p_html_body: at most 100000; null: plain text only.
p_channel: email, sms or push.
p_message_template_id: null: that of this kind, channel and language, or a new one; an id that the tenant does
not have: a new one with this id.
{{ service_name }} stands for a value; nothing else is computed. In HTML values are escaped.
Raises invalid_argument, not_authenticated.';
