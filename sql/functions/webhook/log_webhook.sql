-- What follows an attempt, in the transaction that reports it: the log, and whether the webhook goes on. Called by
-- booking.report_webhook. Waits a moment for who is changing the webhook, and then leaves it at the report. Writes
-- webhook_delivery, webhook; outbox, where it is to rest; alert, where it is disabled.
create or replace function booking.log_webhook(
    p_outbox booking.outbox, p_succeeded boolean, p_error text, p_facts jsonb
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '500ms'
as $function$
declare
    v_now timestamptz := booking.now();
    v_days integer := booking.tenant_limit(
        p_tenant_id => p_outbox.tenant_id, p_policy_name => 'webhook_failure_days'
    );
    v_status integer := (p_facts ->> 'http_status')::integer;
    v_webhook booking.webhook;
    v_reason text;
begin
    select w.* into v_webhook
    from booking.webhook as w
    where w.tenant_id = p_outbox.tenant_id and w.webhook_id = (p_outbox.payload ->> 'webhook_id')::uuid
    for no key update; -- the clean-up of the log needn't wait
    if not found then
        return;
    end if;
    insert into booking.webhook_delivery
    (tenant_id, webhook_id, outbox_id, attempt, attempted_at, http_status, duration, error)
    values (
        p_outbox.tenant_id, v_webhook.webhook_id, p_outbox.outbox_id, p_outbox.attempt_count, v_now, v_status,
        make_interval(secs => (p_facts ->> 'seconds')::double precision), left(p_error, 200)
    );
    v_reason := case
        when p_succeeded or v_webhook.disabled_at is not null then null
        when v_status = 410 then 'gone'
        when v_webhook.failing_since <= v_now - make_interval(hours => 24 * v_days) then 'failing'
    end;
    -- the usual case, success after success, writes nothing here
    if p_succeeded and v_webhook.failing_since is null then
        return;
    end if;
    update booking.webhook as w
    set
        failing_since = case when not p_succeeded then coalesce(w.failing_since, v_now) end,
        disabled_at = case when v_reason is null then w.disabled_at else v_now end,
        disabled_reason = coalesce(v_reason, w.disabled_reason)
    where w.tenant_id = v_webhook.tenant_id and w.webhook_id = v_webhook.webhook_id;
    -- not after the first attempt in a row, since one now and then is no burden; nor while it rests already, when
    -- attempts end that were under way
    if not p_succeeded and v_status is null and v_webhook.failing_since is not null
        and not booking.is_resting(p_webhook => v_webhook, p_now => v_now)
    then
        perform booking.rest_webhook(
            p_tenant_id => v_webhook.tenant_id, p_webhook_id => v_webhook.webhook_id,
            -- longer each time: each rest writes every row that waits, and they become more
            p_until => v_now + least(
                greatest((v_now - v_webhook.failing_since) / 10, interval '30 seconds'), interval '10 minutes'
            )
        );
    end if;
    if v_reason is not null then
        perform booking.raise_alert(
            p_source => 'webhook ' || v_webhook.webhook_id, p_code => 'webhook_disabled',
            p_message => format('a webhook of tenant %s was disabled: %s', v_webhook.tenant_id, v_reason)
        );
    end if;
exception
    when lock_not_available then
        return; -- somebody has a change of it open, for which the messages of all tenants would wait
end
$function$;

comment on function booking.log_webhook(booking.outbox, boolean, text, jsonb) is
'Logs an attempt. Where the webhook is gone or has failed for long, disables it; where it gives no answer, has it rest.
p_facts: http_status and seconds, where there was an answer.';
