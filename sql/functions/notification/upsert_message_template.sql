-- Called by booking_v1.upsert_message_template only. Writes message_template.
create or replace function booking.upsert_message_template(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_kind text,
    p_language text,
    p_subject text,
    p_text_body text,
    p_html_body text,
    p_channel text,
    p_message_template_id uuid
)
returns uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_message_template_id uuid;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'upsert_message_template'
    );
    perform booking.check_language(p_language => p_language, p_argument => 'p_language');
    perform booking.check_template(
        p_kind => p_kind, p_channel => p_channel, p_subject => p_subject, p_text_body => p_text_body,
        p_html_body => p_html_body
    );
    loop -- once, as a rule
        v_message_template_id := coalesce(
            p_message_template_id,
            (
                select m.message_template_id
                from booking.message_template as m
                where
                    m.tenant_id = p_tenant_id and m.kind = p_kind and m.channel = p_channel
                    and m.language = p_language
            ),
            gen_random_uuid()
        );
        begin
            insert into booking.message_template as m
            (tenant_id, message_template_id, kind, channel, language, subject, text_body, html_body)
            values (
                p_tenant_id, v_message_template_id, p_kind, p_channel, p_language, nullif(p_subject, ''), p_text_body,
                p_html_body
            )
            on conflict (tenant_id, message_template_id) do update
                set
                    kind = excluded.kind, channel = excluded.channel, language = excluded.language,
                    subject = excluded.subject, text_body = excluded.text_body, html_body = excluded.html_body;
            exit;
        exception when unique_violation then
            -- without an id, by one that has just been added: the next look finds it, if its snapshot is new
            perform booking.check_argument(
                p_is_valid =>
                    p_message_template_id is null and current_setting('transaction_isolation') = 'read committed',
                p_argument => 'p_language', p_message => 'is that of another template of this kind'
            );
        end;
    end loop;
    return v_message_template_id;
end
$function$;

comment on function booking.upsert_message_template(
    uuid, booking.actor, text, text, text, text, text, text, uuid
) is 'See booking_v1.upsert_message_template.';
