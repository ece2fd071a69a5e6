-- For whom and with whom somebody may book: visitors where the tenant takes them, visitors and customers
-- public services and for themselves, staff with scope own with their own resources.
create or replace function booking.check_may_book(
    p_actor booking.actor,
    p_terms booking.terms,
    p_customer_id uuid,
    p_resource_id uuid
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_actor.scope = 'all' then
        return;
    end if;
    perform booking.check_offered(p_actor => p_actor, p_terms => p_terms);
    if p_actor.role = 'visitor' and not (p_terms.policies ->> 'public_booking')::boolean then
        perform booking.raise_error(
            p_code => 'not_authenticated', p_message => 'bookings are for people who are signed in',
            p_hint => 'Sign in; or the tenant sets the policy public_booking.'
        );
    end if;
    perform booking.check_own_resource(p_actor => p_actor, p_resource_id => p_resource_id);
    perform booking.check_found(
        p_is_found => p_actor.role = 'staff' or p_customer_id is null
            or coalesce(p_customer_id = p_actor.customer_id, false),
        p_argument => 'p_customer_id', p_what => 'customer'
    );
end
$function$;

comment on function booking.check_may_book(booking.actor, booking.terms, uuid, uuid) is
'Raises not_authenticated, not_allowed or not_found unless the actor may make such a booking.';
