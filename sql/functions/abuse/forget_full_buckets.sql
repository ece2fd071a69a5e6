-- A bucket that is full again needs no row. Deletes from rate_bucket; passes over rows that are in use.
create or replace function booking.forget_full_buckets(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    delete from booking.rate_bucket as b
    where b.tenant_id = p_tenant_id and (b.bucket, b.shard) in (
        select f.bucket, f.shard
        from booking.rate_bucket as f
        where f.tenant_id = p_tenant_id and f.full_at < booking.now()
        limit 1000
        for update skip locked
    );
end
$function$;

comment on function booking.forget_full_buckets(uuid) is 'Deletes rows of buckets that are full, at most 1000.';
