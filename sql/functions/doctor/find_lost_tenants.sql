-- Other checks enter one tenant after the other, and can't enter one that is gone. Its rows are seen only by those whom
-- row security doesn't hold.
create or replace function booking.find_lost_tenants()
returns setof booking.finding
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_table regclass;
begin
    -- a monitor may be one, and have no right to the tables
    if row_security_active('booking.tenant') or not pg_has_role('booking_engine', 'usage') then
        return;
    end if;
    for v_table in
        select c.conrelid::regclass
        from pg_constraint as c
        where c.contype = 'f' and c.confrelid = 'booking.tenant'::regclass
        order by c.conrelid::regclass::text
    loop
        return query execute format(
            $query$
            select
                'find_lost_tenants', t.tenant_id, 'table ' || %L, 'has rows of a tenant that is not there',
                'A restore or a replication left the tenant out: take it from there, or delete these rows.'
            from (select distinct c.tenant_id from %s as c) as t
            where not exists (select from booking.tenant as k where k.tenant_id = t.tenant_id)
            $query$,
            v_table, v_table
        );
    end loop;
end
$function$;

comment on function booking.find_lost_tenants() is 'Rows whose tenant is gone.';
