-- Called by booking_v1.unsubscribe only: whoever has the token may, so nobody needs to sign in. Locks the customer.
-- Writes notification_preference.
create or replace function booking.unsubscribe(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_token text,
    p_everything boolean
)
returns table (channel text, kind text)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_parts text[];
    v_customer_id uuid;
begin
    perform booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'unsubscribe');
    v_parts := regexp_match(p_token, '^(([0-9a-f]{32})[.]([a-z]+)[.]([a-z_]+))[.]([a-zA-Z0-9_-]{43})$');
    if booking.is_signature(
        p_tenant_id => p_tenant_id, p_text => 'unsubscribe:' || v_parts[1], p_signature => v_parts[5]
    ) then
        select c.customer_id into v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = v_parts[2]::uuid and c.erased_at is null
        for key share;
    end if;
    perform booking.check_found(
        p_is_found => v_customer_id is not null, p_argument => 'p_token', p_what => 'subscription'
    );
    channel := v_parts[3];
    kind := case when p_everything is not true then nullif(v_parts[4], 'all') end;
    perform booking.apply_preference(
        p_tenant_id => p_tenant_id, p_customer_id => v_customer_id, p_channel => channel, p_kind => kind,
        p_is_wanted => false
    );
    return next;
end
$function$;

comment on function booking.unsubscribe(uuid, booking.actor, text, boolean) is 'See booking_v1.unsubscribe.';
