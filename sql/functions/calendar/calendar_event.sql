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
        booking.calendar_line(p_name => 'BEGIN', p_value => 'VEVENT'),
        booking.calendar_line(p_name => 'UID', p_value => booking.calendar_uid(p_booking.booking_id)),
        booking.calendar_line(p_name => 'SEQUENCE', p_value => p_booking.version::text),
        booking.calendar_line(p_name => 'DTSTAMP', p_value => booking.calendar_instant(p_changed_at)),
        booking.calendar_line(p_name => 'DTSTART', p_value => booking.calendar_instant(p_booking.starts_at)),
        booking.calendar_line(p_name => 'DTEND', p_value => booking.calendar_instant(p_booking.ends_at)),
        booking.calendar_line(p_name => 'SUMMARY', p_value => booking.calendar_text(p_summary)),
        booking.calendar_line(p_name => 'DESCRIPTION', p_value => booking.calendar_text(nullif(p_description, ''))),
        booking.calendar_line(
            p_name => 'STATUS',
            p_value => case p_booking.status when 'cancelled' then 'CANCELLED' when 'pending' then 'TENTATIVE' else 'CONFIRMED' end
        ),
        booking.calendar_line(p_name => 'TRANSP', p_value => case p_booking.status when 'cancelled' then 'TRANSPARENT' else 'OPAQUE' end),
        booking.calendar_line(p_name => 'END', p_value => 'VEVENT')
    );
end
$function$;

comment on function booking.calendar_event(booking.booking, timestamptz, text, text) is
'A booking as VEVENT. p_changed_at: when its present version was made.';
