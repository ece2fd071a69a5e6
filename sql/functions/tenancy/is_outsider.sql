-- Members and applications see what a shop keeps to itself; a deadline or a notice is for those who are not of it.
create or replace function booking.is_outsider(p_role text)
returns boolean
language sql
immutable parallel safe
as $function$
    select p_role in ('visitor', 'customer')
$function$;

comment on function booking.is_outsider(text) is
'Whether who has the role of an actor books for themselves, and is no member and no application.';
