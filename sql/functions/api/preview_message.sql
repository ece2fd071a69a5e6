create or replace function booking_v1.preview_message(
    p_kind text,
    p_language text default null,
    p_subject text default null,
    p_text_body text default null,
    p_html_body text default null,
    p_channel text default 'email'
)
returns table (language text, subject text, text_body text, html_body text)
language sql
stable
as $function$
    select m.language, m.subject, m.text_body, m.html_body
    from booking.preview_message(
        booking.caller_tenant_id(), booking.caller(), p_kind, p_language, p_subject, p_text_body, p_html_body,
        p_channel
    ) as m
$function$;

comment on function booking_v1.preview_message(text, text, text, text, text, text) is
'What a message would look like, with samples for its values.

p_text_body: words to try, with p_subject and p_html_body, checked as upsert_message_template does; null: those that
are in force.
p_language: of the reader; null: that of the tenant.
Raises invalid_argument, not_found, not_authenticated.';
