-- Locks of whoever changes when resources are free: the tenant, so that its administration is one after the other and
-- no resource appears or disappears meanwhile; then the resources, against bookings. Bookings never lock the tenant, so
-- the two kinds cannot deadlock. Staff get the locks of their own resources only. What was worked out from their hours
-- is forgotten here, in the one place that nobody who changes them can go around. Writes timetable and outbox, which
-- the headers of its callers do not repeat.
create or replace function booking.lock_tenant_resources(
    p_tenant_id uuid,
    p_resource_ids uuid[] default null,
    p_actor booking.actor default null
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_resource_ids uuid[];
begin
    if p_actor.scope = 'own' and (p_resource_ids <@ p_actor.resource_ids) is not true then
        perform booking.raise_error(
            p_code => 'not_allowed', p_message => 'this is not about resources of your own',
            p_details => jsonb_build_object('argument', 'p_resource_id')
        );
    end if;
    perform booking.lock_tenant(p_tenant_id);
    v_resource_ids := array(
        select r.resource_id
        from booking.resource as r
        where
            r.tenant_id = p_tenant_id
            and (
                p_resource_ids is null
                or array_position(p_resource_ids, null) is not null
                or r.resource_id = any(p_resource_ids)
            )
    );
    perform booking.lock_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => v_resource_ids, p_exclusive => true
    );
    perform booking.forget_hours(p_tenant_id => p_tenant_id, p_resource_ids => v_resource_ids);
end
$function$;

comment on function booking.lock_tenant_resources(uuid, uuid[], booking.actor) is
'Locks a tenant against other changes, and its resources against bookings; forgets their timetable. A null id, or no
list: all resources. Raises not_allowed where p_actor may change only their own and some are not; p_actor null: anybody
may.';
