-- How much of its rate each caller has used up.

create unlogged table booking.rate_bucket (
    tenant_id uuid not null,
    bucket text not null,
    shard integer not null,
    full_at timestamptz not null,
    constraint rate_bucket_pkey primary key (tenant_id, bucket, shard)
) with (fillfactor = 50);
comment on table booking.rate_bucket is
'Token buckets of rate limits. No row: the bucket is full, as all are after a crash. Without a key to the tenant:
checking it would wait for whoever administers the tenant.';
comment on column booking.rate_bucket.bucket is
'Whose: a hash of a subject or an address, or all visitors, or all members together.';
comment on column booking.rate_bucket.shard is
'Which part of a bucket that is divided, so that its takers do not queue.';
comment on column booking.rate_bucket.full_at is
'When it is full again, if nobody takes from it: each token adds its time.';
