-- Called by lock_tenant_resources, under its locks, and by forget_old_zones. Writes booking.timetable and outbox.
create or replace function booking.forget_hours(p_tenant_id uuid, p_resource_ids uuid[])
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    delete from booking.timetable as t
    where t.tenant_id = p_tenant_id and t.resource_id = any(p_resource_ids);
    perform booking.announce_hours(p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids);
end
$function$;

comment on function booking.forget_hours(uuid, uuid[]) is
'Forgets what was worked out from the hours of resources, and tells who follows them. fill_timetable works it out
again.';
