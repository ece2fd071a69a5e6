-- A worker says what came of an attempt. Only who holds the lease is heard: after its end it may be somebody
-- else's. Called by booking_worker. Locks booking.outbox, and writes what settle_effect writes.
create or replace function booking.report_outbox(
    p_tenant_id uuid,
    p_outbox_id uuid,
    p_lease_id uuid,
    p_result text,
    p_error text default null,
    p_retry_after interval default null
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
    v_kind booking.outbox_kind;
    v_status text := p_result;
    v_due_at timestamptz;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    perform booking.check_argument(
        p_is_valid => p_result in ('done', 'retry', 'dead', 'dropped'), p_argument => 'p_result',
        p_message => 'must be done, retry, dead or dropped'
    );
    select o.* into v_outbox
    from booking.outbox as o
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id and o.lease_id = p_lease_id
    for update;
    if not found then
        return null;
    end if;
    if p_result = 'retry' then
        select k.* into v_kind from booking.outbox_kind as k where k.kind = v_outbox.kind;
        v_status := case when v_outbox.attempt_count >= v_kind.attempts then 'dead' else 'queued' end;
        v_due_at := booking.now() + greatest(
            booking.backoff(p_kind => v_kind, p_attempt_count => v_outbox.attempt_count),
            -- nobody else's word keeps it for longer than a day; least() alone would make a day of none
            case when p_retry_after is not null then least(p_retry_after, interval '1 day') end
        );
    end if;
    perform booking.settle_effect(
        p_tenant_id => p_tenant_id, p_outbox_id => p_outbox_id, p_status => v_status, p_error => p_error,
        p_due_at => v_due_at
    );
    return v_status;
end
$function$;

comment on function booking.report_outbox(uuid, uuid, uuid, text, text, interval) is
'p_result: done; retry, after a pause that grows with each attempt and is no shorter than p_retry_after, or dead
after the last; dead; dropped. p_error: why, in few words, without personal data. Gives the status that it has now;
null: the lease is no longer this one, and nothing has changed. A kind with a log of its own has a function of its
own, which calls this one.';
