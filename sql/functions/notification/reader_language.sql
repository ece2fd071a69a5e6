-- As with the zone, what a booking says goes before what is known of its customer: who books as a guest has no
-- record to set a language in.
create or replace function booking.reader_language(
    p_kind booking.notification_kind,
    p_booking booking.booking,
    p_reader booking.customer
)
returns text
language sql
immutable
as $function$
    select coalesce(
        case
            when (p_kind).audience = 'customer' and booking.is_language((p_booking).metadata ->> 'language')
                then (p_booking).metadata ->> 'language'
        end,
        (p_reader).language
    )
$function$;

comment on function booking.reader_language(booking.notification_kind, booking.booking, booking.customer) is
'The language to write to somebody in about a booking; null: it is not known.';
