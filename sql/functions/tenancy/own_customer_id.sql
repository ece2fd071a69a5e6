-- A list of a customer's own is found by whose it is, where is_within_reach would look at every row of the tenant.
create or replace function booking.own_customer_id(p_actor booking.actor)
returns uuid
language sql
immutable parallel safe
as $function$
    select case
        when (p_actor).role = 'customer' then coalesce((p_actor).customer_id, '00000000-0000-0000-0000-000000000000')
    end
$function$;

comment on function booking.own_customer_id(booking.actor) is
'Whose rows an actor reaches at most: null: not only their own; an id that nobody has: none, as of a customer who never
booked.';
