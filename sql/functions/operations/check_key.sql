-- All visitors share one owner of keys. What keeps one from being answered with another's outcome, and the token
-- in it, is a key that cannot be guessed; a short one can.
create or replace function booking.check_key(p_actor booking.actor, p_idempotency_key text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => length(p_idempotency_key) between case (p_actor).role when 'visitor' then 16 else 1 end and 255,
        p_argument => 'p_idempotency_key',
        p_message => 'must have between 1 and 255 characters, and of a visitor at least 16'
    )
$function$;

comment on function booking.check_key(booking.actor, text) is
'Raises invalid_argument on a key that is none, or, of a visitor, one that is too short.';
