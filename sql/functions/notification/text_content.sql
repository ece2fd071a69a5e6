-- Asked by the handlers of SMS and push, at once before they send. Called by booking_worker only. Writes what
-- message_content writes.
create or replace function booking.text_content(p_tenant_id uuid, p_outbox_id uuid)
returns jsonb
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_content jsonb;
    v_recipient booking.customer;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    v_content := booking.message_content(p_tenant_id => p_tenant_id, p_outbox_id => p_outbox_id);
    v_recipient := booking.message_recipient(p_tenant_id => p_tenant_id, p_outbox_id => p_outbox_id);
    return v_content || jsonb_build_object(
        'to', case v_content ->> 'channel' when 'sms' then v_recipient.phone else v_recipient.subject end
    );
end
$function$;

comment on function booking.text_content(uuid, uuid) is
'What an SMS or a push message is made of, and for whom: a number, or an account (the claim sub), whose devices the
provider knows. Null: it is no longer to be sent. For the worker; no client may call it.';
