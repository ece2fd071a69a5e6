-- Asked by the handler of e-mail, at once before it sends. Called by booking_worker only. Writes what
-- message_content writes.
create or replace function booking.email_content(p_tenant_id uuid, p_outbox_id uuid)
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
        -- the address alone: a guest's name is whatever a stranger typed, who may have typed somebody else's address
        'to', jsonb_build_object('address', v_recipient.email),
        'reply_to', (
            select p.value #>> '{}'
            from booking.policies(p_tenant_id, null) as p
            where p.policy_name = 'reply_to_email'
        )
    );
end
$function$;

comment on function booking.email_content(uuid, uuid) is
'What an e-mail is made of; null: it is no longer to be sent. For the worker; no client may call it.';
