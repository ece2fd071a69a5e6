-- A booking as others may see it, without who it is for. The description is p_description, and may be null.
create or replace function booking.calendar_event(
    p_booking booking.booking,
    p_changed_at timestamptz,
    p_summary text,
    p_description text
)
returns text
language plpgsql
immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
begin
    return concat(
        booking.calendar_line('BEGIN', 'VEVENT'),
        booking.calendar_line('UID', booking.calendar_uid(p_booking.booking_id)),
        booking.calendar_line('SEQUENCE', p_booking.version::text),
        booking.calendar_line('DTSTAMP', booking.calendar_instant(p_changed_at)),
        booking.calendar_line('DTSTART', booking.calendar_instant(p_booking.starts_at)),
        booking.calendar_line('DTEND', booking.calendar_instant(p_booking.ends_at)),
        booking.calendar_line('SUMMARY', booking.calendar_text(p_summary)),
        booking.calendar_line('DESCRIPTION', booking.calendar_text(nullif(p_description, ''))),
        booking.calendar_line(
            'STATUS',
            case p_booking.status when 'cancelled' then 'CANCELLED' when 'pending' then 'TENTATIVE' else 'CONFIRMED' end
        ),
        booking.calendar_line('TRANSP', case p_booking.status when 'cancelled' then 'TRANSPARENT' else 'OPAQUE' end),
        booking.calendar_line('END', 'VEVENT')
    );
end
$function$;

comment on function booking.calendar_event(booking.booking, timestamptz, text, text) is
'A booking as VEVENT. p_changed_at: when its present version was made.';
