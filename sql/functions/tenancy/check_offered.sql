-- A service that is not public does not exist for those who do not work there.
create or replace function booking.check_offered(p_actor booking.actor, p_terms booking.terms)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if not p_terms.is_public and p_actor.role in ('visitor', 'customer') then
        perform booking.check_found(
            p_is_found => false, p_argument => 'p_service_id', p_what => 'service'
        );
    end if;
end
$function$;

comment on function booking.check_offered(booking.actor, booking.terms) is
'Raises not_found unless the service is offered to the actor.';
