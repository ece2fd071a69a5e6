-- A periodic job: buckets that are full again, of callers who have not come back. Deletes from rate_bucket, of every
-- tenant; passes over rows that are in use.
create or replace function booking.delete_full_buckets(p_most integer default 100000)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_tenant_id uuid;
    v_count integer;
    v_left integer := p_most;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        with full_again as materialized (
            select b.bucket, b.shard
            from booking.rate_bucket as b
            where b.tenant_id = v_tenant_id and b.full_at < booking.now()
            limit v_left
            for update skip locked
        )

        delete from booking.rate_bucket as b
        using full_again as f
        where b.tenant_id = v_tenant_id and b.bucket = f.bucket and b.shard = f.shard;
        get diagnostics v_count = row_count;
        v_left := v_left - v_count;
        exit when v_left <= 0;
    end loop;
    perform set_config('booking.tenant_id', '', true);
    return p_most - v_left;
end
$function$;

comment on function booking.delete_full_buckets(integer) is
'Deletes the rows of buckets that are full, p_most at most; returns how many.';
