-- Visitors and customers learn why a start is refused, but not who is away or booked then: the matrix of permissions
-- doesn't give them explain_slot, either.
create or replace function booking.told_reason(
    p_actor booking.actor,
    p_message text,
    p_rule text,
    p_resource_id uuid
)
returns text
language sql
immutable parallel safe
as $function$
    select case
        when
            booking.is_outsider((p_actor).role) and p_resource_id is not null
            and p_rule in ('hours', 'time_off', 'claim')
            then 'nobody who could serve it is free then'
        else p_message
    end
$function$;

comment on function booking.told_reason(booking.actor, text, text, uuid) is
'What an actor is told of a reason of slot_refusals; p_message where it may all be known.';
