create or replace function booking.refusal(
    p_operation_id uuid,
    p_code text,
    p_message text,
    p_details jsonb default '{}',
    p_booking booking.booking default null
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_outcome booking_v1.outcome := booking.booking_outcome(
        p_operation_id => p_operation_id, p_booking => p_booking
    );
begin
    v_outcome.status := 'failed';
    v_outcome.code := p_code;
    v_outcome.message := p_message;
    v_outcome.details := p_details;
    select e.hint, e.http_status into strict v_outcome.hint, v_outcome.http_status
    from booking.error_code as e
    where e.code = p_code;
    return v_outcome;
end
$function$;

comment on function booking.refusal(uuid, text, text, jsonb, booking.booking) is
'The outcome of a refused command. p_booking null: it is about no booking.';
