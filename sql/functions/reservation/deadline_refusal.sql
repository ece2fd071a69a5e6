-- Whether it is too late to change a booking: now lies after its start less the policy's hours.
create or replace function booking.deadline_refusal(
    p_operation_id uuid,
    p_booking booking.booking,
    p_hours integer,
    p_now timestamptz
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_deadline timestamptz := p_booking.starts_at - make_interval(hours => coalesce(p_hours, 0));
begin
    if p_now > v_deadline then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'deadline_passed',
            p_message => format(
                'this was possible until %sthe start',
                booking.counted(p_count => nullif(p_hours, 0), p_noun => 'hour') || ' before '
            ),
            p_details => jsonb_build_object('deadline', v_deadline), p_booking => p_booking
        );
    end if;
    return null;
end
$function$;

comment on function booking.deadline_refusal(uuid, booking.booking, integer, timestamptz) is
'A refusal, or null. p_hours null: until it starts.';
