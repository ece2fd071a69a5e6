-- Row security of every table: the one list. Tables of tenant data show the running function's tenant and nothing
-- else, to their owner too; tables of reference data can be read by the engine; what jobs note is the whole
-- installation's. Only what is otherwise than here is changed: a table that nothing changes in isn't locked, so a
-- deployment neither waits for the bookings that are being made nor stops them.

do $do$
declare
    v_statement text;
begin
    foreach v_statement in array array(
        with tables as (
            select
                c.oid::regclass as name,
                c.relrowsecurity as is_secured,
                c.relforcerowsecurity as is_forced,
                exists (
                    select
                    from pg_catalog.pg_attribute as a
                    where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                ) as is_tenant_data,
                c.relname in ('job_run', 'operation_count', 'operation_counted', 'alert', 'zone_rules') as is_of_jobs
            from pg_catalog.pg_class as c
            where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
        ),

        wanted (table_name, policy_name, role_name, command, qual, with_check) as (
            select
                t.name, 'tenant_isolation', 'booking_engine', 'ALL',
                '(tenant_id = booking.current_tenant_id())', '(tenant_id = booking.current_tenant_id())'
            from tables as t
            where t.is_tenant_data
            union all
            select t.name, 'notes_of_jobs', 'booking_engine', 'ALL', 'true', 'true'
            from tables as t
            where t.is_of_jobs and not t.is_tenant_data
            union all
            select t.name, 'reference_data', 'booking_engine', 'SELECT', 'true', null
            from tables as t
            where not (t.is_of_jobs or t.is_tenant_data)
            union all
            -- A tenant has to be found before it can be entered: name, slug and zone are no secret of the engine's.
            select 'booking.tenant'::regclass, 'tenant_directory', 'booking_engine', 'SELECT', 'true', null
            union all
            -- And whose effects are due: the courier may read no more than that, see grants.sql.
            select 'booking.outbox'::regclass, 'work_to_do', 'booking_courier', 'SELECT', 'true', null
        ),

        present as (
            select
                format('%I.%I', p.schemaname, p.tablename)::regclass as table_name, p.policyname as policy_name,
                p.roles, p.cmd, p.permissive, p.qual, p.with_check
            from pg_catalog.pg_policies as p
            where p.schemaname = 'booking'
        ),

        kept as (
            select
                w.table_name,
                w.policy_name
            from wanted as w
            join present as p on p.table_name = w.table_name and p.policy_name = w.policy_name
            where
                (p.roles, p.cmd, p.permissive, p.qual, p.with_check)
                is not distinct from (array[w.role_name::name], w.command, 'PERMISSIVE', w.qual, w.with_check)
        ),

        needed (step, statement) as (
            select 1, format('alter table %s enable row level security', t.name)
            from tables as t
            where not t.is_secured
            union all
            select 2, format('alter table %s force row level security', t.name)
            from tables as t
            where t.is_tenant_data and not t.is_forced
            union all
            select 3, format('drop policy %I on %s', p.policy_name, p.table_name)
            from present as p
            where (p.table_name, p.policy_name) not in (select k.table_name, k.policy_name from kept as k)
            union all
            select
                4,
                format(
                    'create policy %I on %s for %s to %I using (%s)',
                    w.policy_name, w.table_name, w.command, w.role_name, w.qual
                ) || coalesce(' with check (' || w.with_check || ')', '')
            from wanted as w
            where (w.table_name, w.policy_name) not in (select k.table_name, k.policy_name from kept as k)
        )

        select n.statement
        from needed as n
        order by n.step, n.statement
    ) loop
        execute v_statement;
    end loop;
end
$do$;
