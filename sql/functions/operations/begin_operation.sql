-- First step of every command: claims the idempotency key, or finds what it has already led to. A duplicate
-- that runs at the same time waits for the first to commit, two seconds at most; so does whoever takes over a key
-- that has expired. The subtransaction is what lets the wait be answered: it costs some 20 us of a command that
-- takes a hundred times as much. Writes booking.booking_operation, and counts replays.
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
set lock_timeout = '2s'
as $function$
declare
    v_actor bytea := booking.key_owner(p_actor);
    v_hash bytea := sha256(convert_to(p_command || p_request::text, 'utf8'));
    v_operation booking.booking_operation;
    v_outcome booking_v1.outcome;
begin
    perform booking.check_key(p_actor => p_actor, p_idempotency_key => p_idempotency_key);
    perform booking.check_isolation();

    while v_operation.operation_id is null loop -- once, as a rule: a key can expire between two statements
        begin
            insert into booking.booking_operation as o
            (tenant_id, operation_id, actor, idempotency_key, command, request_hash, created_at)
            values (p_tenant_id, booking.new_id(), v_actor, p_idempotency_key, p_command, v_hash, booking.now())
            on conflict (tenant_id, actor, idempotency_key) do nothing
            returning o.operation_id into v_outcome.operation_id;
            if v_outcome.operation_id is not null then
                return v_outcome;
            end if;
            delete from booking.booking_operation as o
            where
                o.tenant_id = p_tenant_id and o.actor = v_actor and o.idempotency_key = p_idempotency_key
                and o.created_at <= booking.keys_expired_at(p_tenant_id);
        exception when lock_not_available then
            perform booking.raise_error(
                p_code => 'in_progress', p_message => 'a request with this idempotency key is still running',
                p_details => jsonb_build_object('retry_after', 1)
            );
        end;
        select o.* into v_operation
        from booking.booking_operation as o
        where
            o.tenant_id = p_tenant_id and o.actor = v_actor and o.idempotency_key = p_idempotency_key;
    end loop;

    if v_operation.request_hash <> v_hash then
        -- without the id: a visitor must not learn which other operation it was
        return booking.refusal(
            p_operation_id => null, p_code => 'key_reused',
            p_message => 'this idempotency key belongs to another request'
        );
    end if;
    v_outcome := jsonb_populate_record(null::booking_v1.outcome, v_operation.outcome);
    v_outcome.replayed := true;
    perform nextval('booking.replay_count');
    return v_outcome;
end
$function$;

comment on function booking.begin_operation(uuid, booking.actor, text, text, jsonb) is
'An outcome with an operation_id only: go ahead. With a status: return it, nothing is left to do.
Raises in_progress where the same key is being used at this moment.';
