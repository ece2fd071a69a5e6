create or replace function booking.is_instant(p_instant timestamptz)
returns boolean
language sql
immutable parallel safe
as $function$
    select coalesce(p_instant between '1970-01-01Z' and '2200-01-01Z', false)
$function$;

comment on function booking.is_instant(timestamptz) is
'Whether an instant is plausible: infinity and far-away years are typing errors, and break range arithmetic.';
