-- A periodic job: adds what commands have done lately to booking.operation_count, before expired keys are deleted. It
-- stays a minute behind, so that those still running are not missed; a transaction that lasts longer is not counted. If
-- a clock was ahead, it goes back to the present, or it would count nothing until that time came; commands that were
-- counted by that clock are then counted twice. Goes from tenant to tenant, along booking_operation_by_age. Writes
-- operation_count and operation_counted.
create or replace function booking.count_operations(p_most integer default 1440)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tenant_id uuid;
    v_from timestamptz;
    v_until timestamptz;
begin
    select c.until into v_from from booking.operation_counted as c for update;
    if v_from > booking.now() then
        update booking.operation_counted as c set until = booking.now() - interval '1 minute' where c.is_only;
        return 0;
    end if;
    v_until := least(booking.now() - interval '1 minute', v_from + make_interval(mins => p_most));
    if v_until <= v_from then
        return 0;
    end if;
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        insert into booking.operation_count as c (command, status, code, count)
        select o.command, o.status, coalesce(o.outcome ->> 'code', '') as code, count(*) as count
        from booking.booking_operation as o
        where
            o.tenant_id = v_tenant_id and o.created_at >= v_from and o.created_at < v_until
            and o.status <> 'pending'
        group by 1, 2, 3
        on conflict (command, status, code) do update set count = c.count + excluded.count;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    update booking.operation_counted as c set until = v_until where c.is_only;
    return ceil(extract(epoch from v_until - v_from) / 60)::integer;
end
$function$;

comment on function booking.count_operations(integer) is
'Counts operations by how they ended, those of p_most minutes at most; returns how many minutes. For a scheduler.';
