-- Last step of every command: keeps its outcome for replays and hands it on. With booking.on_refusal set to 'raise', a
-- refusal is raised instead, and then nothing of the command remains, not even its key. Any other value is an error:
-- whoever set it expects something that would not happen. Writes booking_operation.
create or replace function booking.finish_operation(p_tenant_id uuid, p_outcome booking_v1.outcome)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_on_refusal text;
begin
    if not p_outcome.replayed then -- that of a reused key has no operation, and changes none
        update booking.booking_operation as o
        set status = p_outcome.status, outcome = to_jsonb(p_outcome)
        where o.tenant_id = p_tenant_id and o.operation_id = p_outcome.operation_id;
    end if;
    if p_outcome.status <> 'failed' then
        return p_outcome;
    end if;
    v_on_refusal := current_setting('booking.on_refusal', true);
    if v_on_refusal = 'raise' then
        perform booking.raise_error(
            p_code => p_outcome.code, p_message => p_outcome.message, p_details => p_outcome.details,
            p_hint => p_outcome.hint
        );
    elsif v_on_refusal not in ('', 'return') then
        perform booking.check_argument(
            p_is_valid => false, p_argument => 'booking.on_refusal', p_message => 'must be raise or return'
        );
    end if;
    return p_outcome;
end
$function$;

comment on function booking.finish_operation(uuid, booking_v1.outcome) is
'Records an outcome under its operation and returns it.';
