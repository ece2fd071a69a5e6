-- Logical replication brings rows, and leaves sequences where they were. Lifts them, and never lowers them. Run by
-- deployments only. If there is something to lift, takes the lock of booking.dispatch_events, which alone draws
-- positions.
create or replace function booking.lift_sequences()
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tenant_id uuid;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        union all
        select null
    loop
        perform set_config('booking.tenant_id', coalesce(v_tenant_id::text, ''), true);
        continue when not exists (select from booking.sequences_behind(v_tenant_id));
        perform pg_advisory_xact_lock(booking.dispatch_lock());
        perform setval(b.sequence_name::regclass, b.reached)
        from booking.sequences_behind(v_tenant_id) as b;
    end loop;
    perform set_config('booking.tenant_id', '', true);
end
$function$;

comment on function booking.lift_sequences() is 'Has sequences go on from where their tables are.';
