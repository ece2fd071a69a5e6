-- Addresses of other people's servers that are told what happens to bookings, and what came of telling them.

create table booking.webhook_event (
    event_name text not null,
    event_kind text,
    description text not null,
    constraint webhook_event_pkey primary key (event_name),
    constraint webhook_event_kind_has_one_name unique (event_kind)
);
comment on table booking.webhook_event is 'What webhooks can be told, by the name that receivers see.';
comment on column booking.webhook_event.event_name is 'The type of the message.';
comment on column booking.webhook_event.event_kind is 'As in booking_event.kind; null: not of a booking.';
comment on constraint webhook_event_kind_has_one_name on booking.webhook_event is
'One event is one message.';

create table booking.webhook (
    tenant_id uuid not null,
    webhook_id uuid not null default gen_random_uuid(),
    url text not null,
    event_names text[] not null,
    is_active boolean not null default true,
    failing_since timestamptz,
    rests_until timestamptz,
    disabled_at timestamptz,
    disabled_reason text,
    created_at timestamptz not null,
    constraint webhook_pkey primary key (tenant_id, webhook_id),
    constraint webhook_is_of_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint webhook_url_is_short check (length(url) <= 2000),
    constraint webhook_is_disabled_for_a_reason
    check ((disabled_at is null) = (disabled_reason is null)),
    constraint webhook_reason_is_known check (disabled_reason in ('gone', 'failing'))
);
comment on table booking.webhook is 'Where a tenant wants to be told what happens to its bookings.';
comment on column booking.webhook.url is 'Its address; the worker decides whether it may be called.';
comment on column booking.webhook.event_names is 'Of webhook_event: what it is told.';
comment on column booking.webhook.is_active is 'What the tenant says.';
comment on column booking.webhook.failing_since is 'The first failure since the last success.';
comment on column booking.webhook.rests_until is
'Nothing was sent to it before, because it gave no answer twice in a row; null: it never had to rest.';
comment on column booking.webhook.disabled_at is 'When the engine gave it up; null: it has not.';
comment on column booking.webhook.disabled_reason is
'gone: it answered 410; failing: nothing but failures for as long as the policy webhook_failure_days says.';
comment on constraint webhook_url_is_short on booking.webhook is 'Longer ones are refused by servers.';
comment on constraint webhook_is_disabled_for_a_reason on booking.webhook is 'Somebody will ask.';
comment on constraint webhook_reason_is_known on booking.webhook is 'The two there are.';

create table booking.webhook_secret (
    tenant_id uuid not null,
    webhook_id uuid not null,
    secret bytea not null,
    ends_at timestamptz not null default 'infinity',
    constraint webhook_secret_pkey primary key (tenant_id, webhook_id, secret),
    constraint webhook_secret_is_of_a_webhook
    foreign key (tenant_id, webhook_id) references booking.webhook (tenant_id, webhook_id)
    on delete cascade,
    constraint webhook_secret_is_32_bytes check (length(secret) = 32)
);
comment on table booking.webhook_secret is
'What signs the messages to a webhook (Standard Webhooks): its secret, and for a while those before.';
comment on column booking.webhook_secret.secret is 'Random. Shown once, when it is made.';
comment on column booking.webhook_secret.ends_at is 'Until when it signs; infinity: it is the present one.';
comment on constraint webhook_secret_is_32_bytes on booking.webhook_secret is
'As many as SHA-256 gives.';

create table booking.webhook_delivery (
    tenant_id uuid not null,
    webhook_delivery_id uuid not null default gen_random_uuid(),
    webhook_id uuid not null,
    outbox_id uuid not null,
    attempt integer not null,
    attempted_at timestamptz not null,
    http_status integer,
    duration interval,
    error text,
    constraint webhook_delivery_pkey primary key (tenant_id, webhook_delivery_id),
    constraint webhook_delivery_is_to_a_webhook
    foreign key (tenant_id, webhook_id) references booking.webhook (tenant_id, webhook_id)
    on delete cascade,
    constraint webhook_delivery_is_of_an_effect
    foreign key (tenant_id, outbox_id) references booking.outbox (tenant_id, outbox_id)
    on delete cascade,
    constraint webhook_delivery_error_is_short check (length(error) <= 200)
);
comment on table booking.webhook_delivery is
'Every attempt to deliver a message to a webhook; goes when the outbox forgets the message.';
comment on column booking.webhook_delivery.outbox_id is 'The message: what receivers see as webhook-id.';
comment on column booking.webhook_delivery.attempt is 'Which attempt it was: 1 is the first.';
comment on column booking.webhook_delivery.attempted_at is 'When it was reported, by booking.now().';
comment on column booking.webhook_delivery.http_status is 'What was answered; null: nothing was.';
comment on column booking.webhook_delivery.duration is 'How long the answer took.';
comment on column booking.webhook_delivery.error is 'What went wrong, in few words; null: nothing.';
comment on constraint webhook_delivery_error_is_short on booking.webhook_delivery is
'A word on what it was, no transcript.';
create index webhook_delivery_by_webhook
on booking.webhook_delivery (tenant_id, webhook_id, attempted_at, webhook_delivery_id);
create index webhook_delivery_by_time
on booking.webhook_delivery (tenant_id, attempted_at, webhook_delivery_id);
create index webhook_delivery_by_effect on booking.webhook_delivery (tenant_id, outbox_id);
