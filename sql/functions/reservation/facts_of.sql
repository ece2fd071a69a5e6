-- A booking as its events tell it: everything but what may be personal (a guest's name, notes, answers) and the
-- application's own metadata.
create or replace function booking.facts_of(p_booking booking.booking)
returns jsonb
language sql
stable
as $function$
    select booking.schedule_of(p_booking) || jsonb_build_object(
        'service_id', (p_booking).service_id,
        'customer_id', (p_booking).customer_id,
        'customer_time_zone', (p_booking).customer_time_zone,
        'party_size', (p_booking).party_size,
        'price', (p_booking).price,
        'currency', (p_booking).currency,
        'reschedule_count', (p_booking).reschedule_count,
        'rescheduled_at', (p_booking).rescheduled_at
    )
$function$;

comment on function booking.facts_of(booking.booking) is
'What the first event of a booking records. Instants in the session''s zone, which is UTC within the engine.';
