-- A bucket that is full again needs no row. It is kept for some minutes all the same: who comes again and again is a
-- row that changes, which costs less than one that goes and is made anew. A periodic job, and now and then a request.
-- Deletes from rate_bucket; passes over rows that are in use.
create or replace function booking.delete_full_buckets(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_long_ago timestamptz := booking.now() - interval '10 minutes';
    v_count integer;
begin
    with full_again as materialized (
        select b.bucket, b.shard
        from booking.rate_bucket as b
        where b.tenant_id = p_tenant_id and b.full_at < v_long_ago
        limit p_most
        for update skip locked
    )

    delete from booking.rate_bucket as b
    using full_again as f
    where b.tenant_id = p_tenant_id and b.bucket = f.bucket and b.shard = f.shard;
    get diagnostics v_count = row_count;
    return v_count;
end
$function$;

comment on function booking.delete_full_buckets(uuid, integer) is
'Deletes the rows of buckets that have been full for ten minutes, p_most at most; returns how many.';
