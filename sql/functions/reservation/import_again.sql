-- A booking that was imported before, and is locked. The same request as last time means that nothing has happened
-- there since, so whatever happened here stays. Another request means a change there, which the booking follows. Of
-- somebody who was erased here nothing comes back. Locks and writes what booking.follow_import does.
create or replace function booking.import_again(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking booking.booking,
    p_import booking.booking_import
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_last booking.booking_event;
    v_outcome booking_v1.outcome;
begin
    select e.* into v_last
    from booking.booking_event as e
    where e.tenant_id = p_tenant_id and e.booking_id = p_booking.booking_id and e.kind = 'imported'
    order by e.version desc
    limit 1;
    if v_last.operation_id is distinct from p_operation_id and not exists (
        select
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = p_booking.customer_id and c.erased_at is not null
    ) then
        v_outcome := booking.follow_import(
            p_tenant_id => p_tenant_id, p_actor => p_actor, p_operation_id => p_operation_id,
            p_booking => p_booking, p_last => v_last, p_import => p_import
        );
    end if;
    if v_outcome.status is null then
        v_outcome := booking.booking_outcome(p_operation_id => p_operation_id, p_booking => p_booking);
        v_outcome.replayed := true;
    end if;
    return v_outcome;
end
$function$;

comment on function booking.import_again(
    uuid, booking.actor, uuid, booking.booking, booking.booking_import
) is 'The outcome of a booking that is known here: replayed, if nothing of it has changed there.';
