-- Called by booking_v1.set_message_preference only. Locks the customer. Writes
-- notification_preference.
create or replace function booking.set_message_preference(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_is_wanted boolean,
    p_kind text,
    p_channel text,
    p_customer_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_customer_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'set_message_preference'
    );
    perform booking.check_argument(
        p_is_valid => p_is_wanted is not null, p_argument => 'p_is_wanted', p_message => 'must be true or false'
    );
    perform booking.check_channel(p_channel => p_channel);
    perform booking.check_argument(
        p_is_valid => p_kind is null or exists (
            select from booking.notification_kind as k where k.kind = p_kind and not k.is_transactional
        ),
        p_argument => 'p_kind', p_message => 'must be an optional one of list_message_preferences'
    );
    v_customer_id := booking.chosen_customer(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => p_customer_id
    );
    perform c.customer_id
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = v_customer_id and c.erased_at is null
    for key share;
    perform booking.check_found(p_is_found => found, p_argument => 'p_customer_id', p_what => 'customer');
    perform booking.apply_preference(
        p_tenant_id => p_tenant_id, p_customer_id => v_customer_id, p_channel => p_channel, p_kind => p_kind,
        p_is_wanted => p_is_wanted
    );
end
$function$;

comment on function booking.set_message_preference(uuid, booking.actor, boolean, text, text, uuid) is
'See booking_v1.set_message_preference.';
