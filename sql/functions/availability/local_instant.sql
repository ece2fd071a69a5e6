create or replace function booking.local_instant(p_local timestamp, p_time_zone text, p_utc_offset interval)
returns timestamptz
language sql
stable parallel safe
as $function$
    select case
        when p_utc_offset is not null then (p_local - p_utc_offset) at time zone 'UTC'
        else booking.resolve_local(p_local, p_time_zone)
    end
$function$;

comment on function booking.local_instant(timestamp, text, interval) is
'resolve_local, by subtraction where the clock says that no offset changes around that date.';
