-- What erasing does: the record keeps its id and nothing else, bookings lose their free text, histories their
-- reasons and the names that another system had for the bookings, bookings to come are cancelled, and calendar
-- addresses and preferences end. Times, prices and who did what when remain, for the books. Locks the customer, which
-- keeps new bookings away, then the bookings. Writes customer, booking, claim, calendar_feed,
-- notification_preference, outbox and booking_event; nothing else may change an event.
create or replace function booking.forget_customer(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_operation_id uuid,
    p_customer_id uuid,
    p_reason text
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_now timestamptz;
    v_booking booking.booking;
begin
    perform c.customer_id
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id
    for update;
    v_now := booking.now();
    for v_booking in
        select b.*
        from booking.booking as b
        where b.tenant_id = p_tenant_id and b.customer_id = p_customer_id
        order by b.booking_id
        for no key update
    loop
        update booking.booking_event as e
        set changes = e.changes || (
            select jsonb_object_agg(r.key, 'erased')
            from unnest('{reason,override_reason,external_id}'::text[]) as r (key)
            where e.changes ? r.key
        )
        where
            e.tenant_id = p_tenant_id and e.booking_id = v_booking.booking_id
            and e.changes ?| '{reason,override_reason,external_id}';
        update booking.booking as b
        set guest_name = null, answers = '{}', notes = null, metadata = '{}'
        where b.tenant_id = p_tenant_id and b.booking_id = v_booking.booking_id;
        if v_booking.starts_at > v_now
            and booking.next_status(p_status => v_booking.status, p_kind => 'cancelled') is not null
        then
            perform booking.apply_cancellation(
                p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking,
                p_reason => coalesce(p_reason, 'the customer was erased'), p_override_reason => null,
                p_now => v_now
            );
        end if;
    end loop;
    delete from booking.calendar_feed as f
    where f.tenant_id = p_tenant_id and f.customer_id = p_customer_id;
    delete from booking.notification_preference as p
    where p.tenant_id = p_tenant_id and p.customer_id = p_customer_id;
    update booking.customer as c
    set
        name = null, email = null, phone = null, subject = null, language = null, time_zone = null,
        erased_at = v_now
    where c.tenant_id = p_tenant_id and c.customer_id = p_customer_id and c.erased_at is null;
end
$function$;

comment on function booking.forget_customer(uuid, booking.actor, uuid, uuid, text) is
'Erases a customer. p_reason: of the cancellations; null: that the customer was erased.';
