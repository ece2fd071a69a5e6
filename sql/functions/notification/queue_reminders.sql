-- A periodic job. Nothing is kept about reminders that are still to come, so a booking that is moved, cancelled or
-- confirmed needs nothing done. Writes what notify writes, of every tenant.
create or replace function booking.queue_reminders(p_most integer default 200000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tenant_id uuid;
    v_notices booking.notice[];
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        v_notices := booking.due_reminders(
            p_tenant_id => v_tenant_id, p_now => booking.now(), p_most => v_left
        );
        continue when v_notices is null;
        v_left := v_left - booking.notify(p_tenant_id => v_tenant_id, p_notices => v_notices);
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    if v_left < p_most then
        perform pg_notify('booking_outbox', '');
    end if;
    return p_most - v_left;
end
$function$;

comment on function booking.queue_reminders(integer) is
'Queues the reminders that are due (policies reminders, remind_late_bookings, quiet hours), some p_most; returns how
many messages that made.';
