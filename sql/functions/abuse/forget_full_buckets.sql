-- A bucket that is full again needs no row. It is kept for some minutes all the same: who comes again and again is
-- a row that changes, which costs less than one that goes and is made anew. Deletes from rate_bucket; passes over
-- rows that are in use.
create or replace function booking.forget_full_buckets(p_tenant_id uuid)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_long_ago timestamptz := booking.now() - interval '10 minutes';
begin
    delete from booking.rate_bucket as b
    where b.tenant_id = p_tenant_id and (b.bucket, b.shard) in (
        select f.bucket, f.shard
        from booking.rate_bucket as f
        where f.tenant_id = p_tenant_id and f.full_at < v_long_ago
        limit 1000
        for update skip locked
    );
end
$function$;

comment on function booking.forget_full_buckets(uuid) is
'Deletes rows of buckets that have been full for ten minutes, at most 1000.';
