create or replace function booking.is_member(p_role text)
returns boolean
language sql
immutable parallel safe
as $function$
    select p_role in ('owner', 'admin', 'staff')
$function$;

comment on function booking.is_member(text) is 'Whether an actor''s role is that of a membership.';
