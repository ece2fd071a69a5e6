-- First step of every command: claims the idempotency key, or finds what it has already led to. A duplicate
-- that runs at the same time waits here until the first has committed. Writes booking.booking_operation.
create or replace function booking.begin_operation(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_command text,
    p_idempotency_key text,
    p_request jsonb
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_actor text := coalesce(p_actor.subject, p_actor.role);
    v_hash bytea := sha256(convert_to(p_command || p_request::text, 'utf8'));
    v_operation booking.booking_operation;
    v_outcome booking_v1.outcome;
begin
    perform booking.check_argument(
        p_is_valid => length(p_idempotency_key) between 1 and 255, p_argument => 'p_idempotency_key',
        p_message => 'must have between 1 and 255 characters'
    );
    if current_setting('transaction_isolation') <> 'read committed' then
        -- an older snapshot could not see what a lock was waited for
        perform booking.raise_error(
            p_code => 'invalid_argument',
            p_message => 'commands run in READ COMMITTED transactions only',
            p_hint => 'Begin the transaction with isolation level read committed.'
        );
    end if;

    insert into booking.booking_operation as o
    (tenant_id, actor, idempotency_key, command, request_hash, created_at)
    values (p_tenant_id, v_actor, p_idempotency_key, p_command, v_hash, booking.now())
    on conflict (tenant_id, actor, idempotency_key) do nothing
    returning o.operation_id into v_outcome.operation_id;
    if v_outcome.operation_id is not null then
        return v_outcome;
    end if;

    select o.* into strict v_operation
    from booking.booking_operation as o
    where
        o.tenant_id = p_tenant_id and o.actor = v_actor and o.idempotency_key = p_idempotency_key;
    if v_operation.request_hash <> v_hash then
        return booking.refusal(
            p_operation_id => v_operation.operation_id, p_code => 'key_reused',
            p_message => 'this idempotency key belongs to another request'
        );
    end if;
    v_outcome := jsonb_populate_record(null::booking_v1.outcome, v_operation.outcome);
    v_outcome.replayed := true;
    return v_outcome;
end
$function$;

comment on function booking.begin_operation(uuid, booking.actor, text, text, jsonb) is
'An outcome with an operation_id only: go ahead. With a status: return it, nothing is left to do.';
