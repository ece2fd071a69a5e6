-- A timetable that came from other functions, or from data that a migration has changed, is worked out anew: by a
-- job, and until then each question does it for itself. So it stays where neither is so. Who works it out or changes
-- hours is waited for, and waits; who only reads isn't: a command that has read it may be waiting for a table that the
-- migration has locked. So rows are deleted, tenant by tenant, since row security is forced upon a deployer who is no
-- superuser. Before the grants: they change the tables' rows in the catalog, and an autovacuum that waits for such a
-- row would be waited for here.

do $do$
declare
    v_tenant_id uuid;
begin
    if
        booking.hours_hash() is not distinct from current_setting('booking.hours_hash', true)
        and not exists (select from booking.migration as m where m.applied_at = now())
    then
        return;
    end if;
    lock table booking.timetable in share row exclusive mode;
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        delete from booking.timetable as t
        where t.tenant_id = v_tenant_id;
    end loop;
    perform set_config('booking.tenant_id', '', true);
end
$do$;
