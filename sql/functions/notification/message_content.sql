-- What every channel needs to send a message: whether it is still to be sent, in which words, with which facts.
-- Called by the content functions of the channels. Locks the notification. Writes notification, if it is dropped,
-- and tenant_secret.
create or replace function booking.message_content(p_tenant_id uuid, p_outbox_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_notification booking.notification;
    v_kind booking.notification_kind;
    v_booking booking.booking;
    v_reason text;
    v_recipient booking.customer;
    v_tenant booking.tenant;
    v_language text;
    v_template record;
    v_schedule record;
    v_content jsonb;
begin
    select n.* into v_notification
    from booking.outbox as o
    join booking.notification as n on n.tenant_id = p_tenant_id and n.notification_id = o.key::uuid
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id
    for update of n;
    if not found then
        return null;
    end if;
    select k.* into strict v_kind from booking.notification_kind as k where k.kind = v_notification.kind;
    select b.* into strict v_booking from booking.subject_of(v_notification) as b;
    select t.* into strict v_tenant from booking.tenant as t where t.tenant_id = p_tenant_id;
    select c.* into strict v_recipient
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = v_notification.customer_id;
    v_language := booking.reader_language(p_kind => v_kind, p_booking => v_booking, p_reader => v_recipient);
    select t.* into v_template
    from booking.chosen_template(
        p_tenant_id => p_tenant_id, p_kind => v_kind.kind, p_channel => v_notification.channel,
        p_languages => booking.languages(p_language => v_language, p_tenant_language => v_tenant.language)
    ) as t;
    v_reason := case
        when v_notification.channel not in (
            select a from booking.channels(p_customer => v_recipient, p_kind => v_kind.kind) as a
        ) then 'no address'
        when v_template.language is null then 'no template'
        else booking.untimely(p_notification => v_notification, p_kind => v_kind, p_booking => v_booking)
    end;
    if v_reason is not null then
        update booking.notification as n
        set reason = v_reason
        where n.tenant_id = p_tenant_id and n.notification_id = v_notification.notification_id;
        return null;
    end if;

    -- to a former provider it is the booking of the time that it had with them
    select s.starts_at, s.ends_at into v_schedule
    from booking.schedule_at(
        p_tenant_id => p_tenant_id, p_booking_id => v_booking.booking_id,
        p_version => case
            when v_kind.audience = 'former provider' then v_notification.booking_version - 1
            else v_booking.version
        end
    ) as s;
    perform booking.make_secret(p_tenant_id => p_tenant_id);
    v_content := jsonb_build_object(
        'kind', v_kind.kind,
        'channel', v_notification.channel,
        'template', to_jsonb(v_template),
        'language', coalesce(v_language, v_tenant.language),
        'time_zone', coalesce(
            case when v_kind.audience = 'customer' then v_booking.customer_time_zone end,
            v_recipient.time_zone, v_booking.time_zone
        ),
        'facts', booking.message_facts(
            p_notification => v_notification, p_booking => v_booking,
            p_starts_at => coalesce(v_schedule.starts_at, v_booking.starts_at), -- a proposal has no events
            p_ends_at => coalesce(v_schedule.ends_at, v_booking.ends_at)
        ),
        'invitation', case
            when v_kind.invitation is not null then jsonb_build_object(
                'method', v_kind.invitation, 'uid', booking.calendar_uid(p_booking_id => v_booking.booking_id),
                'version', v_booking.version, 'status', v_booking.status, 'at', booking.now()
            )
        end,
        'tenant_id', p_tenant_id,
        'unsubscribe_token', booking.unsubscribe_token(
            p_tenant_id => p_tenant_id, p_customer_id => v_recipient.customer_id,
            p_channel => v_notification.channel,
            p_kind => case when not v_kind.is_transactional then v_kind.kind end
        )
    );
    return v_content || jsonb_build_object(
        'local_times', booking.local_times(p_facts => v_content -> 'facts', p_time_zone => v_content ->> 'time_zone')
    );
end
$function$;

comment on function booking.message_content(uuid, uuid) is
'A message as JSON: template, facts, language and zone of the reader. Null: it is not to be sent any more.';
