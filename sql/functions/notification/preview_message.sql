-- Called by booking_v1.preview_message only. Takes no locks.
create or replace function booking.preview_message(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_kind text,
    p_language text,
    p_subject text,
    p_text_body text,
    p_html_body text,
    p_channel text
)
returns table (language text, subject text, text_body text, html_body text)
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'preview_message');
    if p_language is not null then
        perform booking.check_language(p_language => p_language, p_argument => 'p_language');
    end if;
    if p_text_body is null then
        select c.language, c.subject, c.text_body, c.html_body
        into language, subject, text_body, html_body
        from booking.tenant as t
        cross join lateral booking.chosen_template(
            p_tenant_id, p_kind, p_channel, booking.languages(p_language, t.language)
        ) as c
        where t.tenant_id = p_tenant_id;
        perform booking.check_found(p_is_found => found, p_argument => 'p_kind', p_what => 'template');
    else
        perform booking.check_template(
            p_kind => p_kind, p_channel => p_channel, p_subject => p_subject, p_text_body => p_text_body,
            p_html_body => p_html_body
        );
        language := p_language;
        subject := nullif(p_subject, '');
        text_body := p_text_body;
        html_body := p_html_body;
    end if;
    subject := booking.fill_sample(p_template => subject, p_is_html => false);
    text_body := booking.fill_sample(p_template => text_body, p_is_html => false);
    html_body := booking.fill_sample(p_template => html_body, p_is_html => true);
    return next;
end
$function$;

comment on function booking.preview_message(uuid, booking.actor, text, text, text, text, text, text) is
'See booking_v1.preview_message.';
