-- A periodic job. Nothing is kept about reminders that are still to come, so a booking that is moved, cancelled or
-- confirmed needs nothing done. Waits a moment for who is being erased. Writes what notify writes.
create or replace function booking.queue_reminders(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set lock_timeout = '1s'
as $function$
declare
    v_notices booking.notice[] := booking.due_reminders(
        p_tenant_id => p_tenant_id, p_now => booking.now(), p_most => p_most
    );
    v_count integer := 0;
begin
    if v_notices is not null then
        v_count := booking.notify(p_tenant_id => p_tenant_id, p_notices => v_notices);
        perform pg_notify('booking_outbox', ''); -- of all tenants together it is one
    end if;
    return v_count;
exception
    when lock_not_available then
        return 0; -- somebody has something of theirs open: the next run comes again, and no other tenant waits
end
$function$;

comment on function booking.queue_reminders(uuid, integer) is
'Queues the reminders that are due (policies reminders, remind_late_bookings, quiet hours), some p_most; returns how
many messages that made.';
