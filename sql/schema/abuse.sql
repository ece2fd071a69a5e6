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

create table booking.rate_limit (
    tenant_id uuid not null,
    caller_taken interval,
    caller_whole interval,
    common_tokens integer,
    common_shards integer,
    common_taken interval,
    common_whole interval,
    constraint rate_limit_pkey primary key (tenant_id),
    constraint rate_limit_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade
);
comment on table booking.rate_limit is
'What the policies of rate limits come to: to work it out at each request would take a quarter of counting it. Whoever
changes one renews it (booking.renew_rate_limit), and so does each deployment.';
comment on column booking.rate_limit.caller_taken is 'In which time a token of a caller comes back; null: no limit.';
comment on column booking.rate_limit.caller_whole is 'In which time a whole bucket of a caller does.';
comment on column booking.rate_limit.common_tokens is 'How many tokens one request in so many takes for all of them.';
comment on column booking.rate_limit.common_shards is 'Into how many parts the common buckets are divided.';
comment on column booking.rate_limit.common_taken is
'In which time what one request takes of a part comes back; null: no limit.';
comment on column booking.rate_limit.common_whole is 'In which time a whole part does.';
