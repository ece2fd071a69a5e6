-- What the other system says counts as long as nobody has moved, confirmed or cancelled the booking here. If somebody
-- has, and the two systems now differ in status, time or resource, people have to settle it. A status never goes back,
-- not by an import either.
create or replace function booking.import_refusal(
    p_operation_id uuid,
    p_booking booking.booking,
    p_wanted booking.booking,
    p_is_changed_here boolean
)
returns booking_v1.outcome
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if
        p_is_changed_here
        and (p_wanted.status, p_wanted.starts_at, p_wanted.ends_at, p_wanted.resource_ids)
        <> (p_booking.status, p_booking.starts_at, p_booking.ends_at, p_booking.resource_ids)
    then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'version_conflict', p_booking => p_booking,
            p_message => 'the booking was changed there, and here as well'
        );
    end if;
    if p_wanted.status <> p_booking.status and not exists (
        select
        from booking.status_transition as t
        where t.from_status = p_booking.status and t.to_status = p_wanted.status
    ) then
        return booking.refusal(
            p_operation_id => p_operation_id, p_code => 'invalid_transition', p_booking => p_booking,
            p_message => format('a booking that is %s cannot become %s', p_booking.status, p_wanted.status)
        );
    end if;
    return null;
end
$function$;

comment on function booking.import_refusal(uuid, booking.booking, booking.booking, boolean) is
'A refusal, or null. p_is_changed_here: since it came, whoever changed it.';
