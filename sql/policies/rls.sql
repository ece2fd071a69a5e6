-- Row security of every table. Tables of tenant data show the running function's tenant and nothing else, to
-- their owner too; tables of reference data can be read by the engine; what jobs note is the whole installation's.
-- Before the grants: they change a table's row in the catalog without locking the table, and an autovacuum that waits
-- for that row would be waited for here.

do $do$
declare
    v_policy record;
    v_table record;
begin
    -- All are made anew, so that none outlives its line in this file.
    for v_policy in
        select
            p.polname as name,
            p.polrelid::regclass as table_name
        from pg_catalog.pg_policy as p
        join pg_catalog.pg_class as c on c.oid = p.polrelid
        where c.relnamespace = 'booking'::regnamespace
    loop
        execute format('drop policy %I on %s', v_policy.name, v_policy.table_name);
    end loop;
    for v_table in
        select
            c.oid::regclass as name,
            exists (
                select
                from pg_catalog.pg_attribute as a
                where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            ) as is_tenant_data
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
    loop
        execute format('alter table %s enable row level security', v_table.name);
        if v_table.is_tenant_data then
            execute format('alter table %s force row level security', v_table.name);
            execute format(
                'create policy tenant_isolation on %s to booking_engine '
                'using (tenant_id = booking.current_tenant_id()) '
                'with check (tenant_id = booking.current_tenant_id())',
                v_table.name
            );
        elsif v_table.name = any(
            '{booking.job_run,booking.operation_count,booking.operation_counted,booking.alert,booking.zone_rules}'::regclass[]
        ) then
            execute format(
                'create policy notes_of_jobs on %s to booking_engine using (true) with check (true)', v_table.name
            );
        else
            execute format(
                'create policy reference_data on %s for select to booking_engine using (true)', v_table.name
            );
        end if;
    end loop;
end
$do$;

-- A tenant has to be found before it can be entered: name, slug and zone are no secret of the engine's.
create policy tenant_directory on booking.tenant for select to booking_engine using (true);

-- And whose effects are due: booking_courier may read no more than that, see grants.sql.
create policy work_to_do on booking.outbox for select to booking_courier using (true);
