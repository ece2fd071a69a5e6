-- A worker says what came of an attempt to tell a webhook: logged, and then as of any effect. Called by
-- booking_worker. Locks booking.outbox; writes what log_webhook and report_outbox write.
create or replace function booking.report_webhook(
    p_tenant_id uuid,
    p_outbox_id uuid,
    p_lease_id uuid,
    p_result text,
    p_error text default null,
    p_retry_after interval default null,
    p_facts jsonb default null
)
returns text
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_outbox booking.outbox;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    select o.* into v_outbox
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id and o.lease_id = p_lease_id
    for update;
    if found and p_result <> 'dropped' then
        perform booking.log_webhook(
            p_outbox => v_outbox, p_succeeded => p_result = 'done', p_error => p_error, p_facts => p_facts
        );
    end if;
    return booking.report_outbox(
        p_tenant_id => p_tenant_id, p_outbox_id => p_outbox_id, p_lease_id => p_lease_id, p_result => p_result,
        p_error => p_error, p_retry_after => p_retry_after
    );
end
$function$;

comment on function booking.report_webhook(uuid, uuid, uuid, text, text, interval, jsonb) is
'As booking.report_outbox. p_facts: what the log keeps of the attempt (http_status, seconds).';
