-- Staff with scope own fill their own calendars, not their colleagues'.
create or replace function booking.check_own_resource(p_actor booking.actor, p_resource_id uuid)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_actor.role = 'staff' and p_actor.scope = 'own'
        and (p_resource_id = any(p_actor.resource_ids)) is not true
    then
        perform booking.raise_error(
            p_code => 'not_allowed', p_message => 'this is not one of your own resources',
            p_details => jsonb_build_object('argument', 'p_resource_id')
        );
    end if;
end
$function$;

comment on function booking.check_own_resource(booking.actor, uuid) is
'Raises not_allowed where staff may book with their own resources only, and this is none.';
