create or replace function booking.is_within_reach(
    p_actor booking.actor,
    p_customer_id uuid,
    p_resource_ids uuid[]
)
returns boolean
language sql
immutable parallel safe
as $function$
    select
        (p_actor).scope = 'all'
        or coalesce(p_customer_id = (p_actor).customer_id, false)
        or coalesce(p_resource_ids && (p_actor).resource_ids, false)
$function$;

comment on function booking.is_within_reach(booking.actor, uuid, uuid[]) is
'Whether an actor reaches a booking of that customer with those resources: any, or only their own.';
