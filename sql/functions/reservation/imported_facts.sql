-- Where the booking has been moved, confirmed or cancelled here, its schedule is another one in the other system. That
-- one is kept as well, under "there", so that the next import can tell whether it has changed there.
create or replace function booking.imported_facts(
    p_booking booking.booking,
    p_import booking.booking_import,
    p_there booking.booking
)
returns jsonb
language sql
stable
as $function$
    select booking.facts_of(p_booking) || jsonb_strip_nulls(
        jsonb_build_object(
            'source', (p_import).source,
            'external_id', (p_import).external_id,
            'customer_said', booking.customer_said(p_tenant_id => (p_booking).tenant_id, p_import => p_import),
            'there', nullif(booking.schedule_of(p_there), booking.schedule_of(p_booking))
        )
    )
$function$;

comment on function booking.imported_facts(booking.booking, booking.booking_import, booking.booking) is
'What the event imported records: the whole booking, where it came from, what was said of its customer, and its
schedule there, if that is another.';
