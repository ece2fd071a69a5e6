-- Called by forget_hours, so by whoever changes when resources are free: one call for hours, time off, holidays, rules
-- of zones and whatever else may come. Writes booking.outbox.
create or replace function booking.announce_hours(p_tenant_id uuid, p_resource_ids uuid[])
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    if cardinality(p_resource_ids) > 0 then
        perform booking.enqueue(
            p_tenant_id => p_tenant_id,
            p_effects => array[
                ('event', null, jsonb_build_object('resource_ids', p_resource_ids), null)::booking.effect
            ]
        );
    end if;
end
$function$;

comment on function booking.announce_hours(uuid, uuid[]) is
'Tells the feed that these resources may be free at other times than before. None: nothing is told.';
