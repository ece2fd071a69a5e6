create or replace function booking.calendar_instant(p_at timestamptz)
returns text
language sql
immutable parallel safe
as $function$
    select to_char(p_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')
$function$;

comment on function booking.calendar_instant(timestamptz) is 'An instant in UTC (RFC 5545, 3.3.5).';
