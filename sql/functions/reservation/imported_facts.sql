create or replace function booking.imported_facts(p_booking booking.booking, p_import booking.booking_import)
returns jsonb
language sql
stable
as $function$
    select booking.facts_of(p_booking) || jsonb_strip_nulls(
        jsonb_build_object('source', (p_import).source, 'external_id', (p_import).external_id)
    )
$function$;

comment on function booking.imported_facts(booking.booking, booking.booking_import) is
'What the event imported records: the whole booking, and where it came from.';
