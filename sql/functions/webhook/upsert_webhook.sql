-- Called by booking_v1.upsert_webhook only. Locks the tenant's administration. Writes webhook, alert, and what
-- renew_webhook_secret writes.
create or replace function booking.upsert_webhook(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_url text,
    p_event_names text[],
    p_is_active boolean,
    p_rotate_secret boolean,
    p_webhook_id uuid,
    p_revoke_old_secrets boolean
)
returns table (webhook_id uuid, secret text)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_known text[] := array(
        select w.event_name from booking.webhook_event as w where w.event_kind is not null order by w.event_name
    );
    v_event_names text[] := coalesce(p_event_names, v_known);
    v_is_new boolean;
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'upsert_webhook');
    perform booking.check_webhook_url(p_url);
    perform booking.check_argument(
        p_is_valid => cardinality(v_event_names) > 0 and v_event_names <@ v_known, p_argument => 'p_event_names',
        p_message => 'must be some of ' || array_to_string(v_known, ', ')
    );
    perform booking.lock_tenant(p_tenant_id);
    webhook_id := coalesce(p_webhook_id, gen_random_uuid());
    v_is_new := not exists (
        select from booking.webhook as w where w.tenant_id = p_tenant_id and w.webhook_id = upsert_webhook.webhook_id
    );
    if v_is_new then
        perform booking.check_webhook_count(p_tenant_id);
    end if;

    insert into booking.webhook as w (tenant_id, webhook_id, url, event_names, is_active, created_at)
    values (p_tenant_id, webhook_id, p_url, v_event_names, p_is_active is not false, booking.now())
    on conflict on constraint webhook_pkey do update
        set
            url = excluded.url, event_names = excluded.event_names, is_active = excluded.is_active,
            failing_since = null, disabled_at = null, disabled_reason = null;
    perform booking.resolve_alert(p_source => 'webhook ' || webhook_id, p_code => 'webhook_disabled');
    secret := 'whsec_' || encode(
        booking.renew_webhook_secret(
            p_tenant_id => p_tenant_id, p_webhook_id => webhook_id, p_is_new => v_is_new or p_rotate_secret,
            p_revoke_old => p_revoke_old_secrets
        ),
        'base64'
    );
    return next;
end
$function$;

comment on function booking.upsert_webhook(uuid, booking.actor, text, text[], boolean, boolean, uuid, boolean) is
'See booking_v1.upsert_webhook.';
