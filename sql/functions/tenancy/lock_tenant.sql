-- One change of a tenant's administration at a time. Whoever changes a record learns from it which resource to lock,
-- and somebody may be giving it to another resource at that moment: so it is looked up under this lock. Held until the
-- transaction ends.
create or replace function booking.lock_tenant(p_tenant_id uuid)
returns void
language sql
volatile
as $function$
    select booking.check_isolation();
    select pg_advisory_xact_lock(booking.lock_key(p_tenant_id => p_tenant_id, p_part => ''))
$function$;

comment on function booking.lock_tenant(uuid) is
'Locks the administration of a tenant: one change after the other. Raises invalid_argument
where it could not see them.';
