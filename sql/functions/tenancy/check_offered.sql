-- A service that is not public does not exist for those who do not work there.
create or replace function booking.check_offered(p_actor booking.actor, p_terms booking.terms)
returns void
language sql
stable
as $function$
    select booking.check_found(
        p_is_found => (p_terms).is_public or not booking.is_outsider((p_actor).role),
        p_argument => 'p_service_id', p_what => 'service'
    )
$function$;

comment on function booking.check_offered(booking.actor, booking.terms) is
'Raises not_found unless the service is offered to the actor.';
