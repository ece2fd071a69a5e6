-- What is a customer's own is looked up by their id: is_within_reach alone would look at every row of the tenant.
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
'The only customer whose rows an actor reaches; null: not limited to one. Of an account that is no customer here yet it
is an id that nobody has.';
