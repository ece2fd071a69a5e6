-- Effects: all that is to happen outside the database, and whether it has.

create table booking.outbox_kind (
    kind text not null,
    concurrency integer not null,
    attempts integer not null,
    lease interval not null,
    backoff_base interval not null,
    backoff_most interval not null,
    constraint outbox_kind_pkey primary key (kind),
    constraint outbox_kind_concurrency_is_not_negative check (concurrency >= 0),
    constraint outbox_kind_is_attempted check (attempts > 0),
    constraint outbox_kind_takes_time
    check (lease > interval '0' and backoff_base > interval '0' and backoff_most >= backoff_base)
);
comment on table booking.outbox_kind is 'The kinds of effects there are, and how each is carried out.';
comment on column booking.outbox_kind.kind is 'Its handler in the worker has the same name.';
comment on column booking.outbox_kind.concurrency is
'How many may be leased at a time, by all workers together. 0: none, something else takes them.';
comment on column booking.outbox_kind.attempts is 'After this many that failed it is dead.';
comment on column booking.outbox_kind.lease is
'How long an attempt may take; then another worker may make the next.';
comment on column booking.outbox_kind.backoff_base is
'The pause after the first failed attempt; it doubles with each.';
comment on column booking.outbox_kind.backoff_most is 'The longest pause, unless the receiver asks for more.';
comment on constraint outbox_kind_concurrency_is_not_negative on booking.outbox_kind is '0 is none; less is a mistake.';
comment on constraint outbox_kind_is_attempted on booking.outbox_kind is 'Once at least.';
comment on constraint outbox_kind_takes_time on booking.outbox_kind is
'A lease of no length is lost at once, and without pauses a broken receiver is asked without end.';

create table booking.outbox (
    tenant_id uuid not null,
    outbox_id uuid not null default gen_random_uuid(),
    kind text not null,
    key text,
    payload jsonb not null,
    booking_id uuid generated always as ((payload ->> 'booking_id')::uuid) stored,
    status text not null default 'queued',
    attempt_count integer not null default 0,
    due_at timestamptz not null,
    lease_id uuid,
    error text,
    created_at timestamptz not null,
    finished_at timestamptz,
    constraint outbox_pkey primary key (tenant_id, outbox_id),
    constraint outbox_is_in_one_state check (
        status = 'queued' and lease_id is null and finished_at is null
        or status = 'leased' and lease_id is not null and finished_at is null
        or status in ('done', 'dropped', 'dead') and lease_id is null and finished_at is not null
    )
) with (fillfactor = 80);
comment on table booking.outbox is
'Effects: what is to happen outside the database, written by the transaction of its cause and by nothing but
booking.enqueue. Ids and facts, no personal data: a handler asks for those when it acts. Without keys to tenant
and kind: to check them, every booking would lock the same rows.';
comment on column booking.outbox.outbox_id is
'The same in every attempt: a receiver that knows it already drops the repeat.';
comment on column booking.outbox.kind is 'Which handler carries it out; of outbox_kind.';
comment on column booking.outbox.key is
'Its cause, where one must not be queued twice; null: each is another.';
comment on column booking.outbox.payload is 'What its handler''s function needs to find the rest.';
comment on column booking.outbox.booking_id is 'The booking it is about; null: about none.';
comment on column booking.outbox.status is
'Queued, leased; and then done, dropped (no longer wanted) or dead (given up).';
comment on column booking.outbox.attempt_count is 'How often it has been leased.';
comment on column booking.outbox.due_at is
'From when it may be leased: of one that is queued, its time; of one that is leased, the end of the lease.';
comment on column booking.outbox.lease_id is 'Which lease: only who knows it may report.';
comment on column booking.outbox.error is 'Why the last attempt failed: 200 characters at most, no personal data.';
comment on column booking.outbox.created_at is 'By booking.now().';
comment on column booking.outbox.finished_at is 'By booking.now().';
comment on constraint outbox_is_in_one_state on booking.outbox is
'One check for all, because each costs every booking: the status is known, leased means by somebody, finished has '
'a time.';
-- What is to be done of a kind, tenant by tenant. It holds no finished row, so a long history does not slow it down;
-- and what waits of one kind does not stand in the way of another.
create index outbox_due on booking.outbox (kind, tenant_id, due_at) where status in ('queued', 'leased');
create index outbox_leased on booking.outbox (kind, due_at) where status = 'leased';
create unique index outbox_key_is_unique on booking.outbox (tenant_id, kind, key) where key is not null;
-- Events are deleted soon, and are no deliveries: they don't pay for the indexes of those.
create index outbox_by_age on booking.outbox (tenant_id, created_at, outbox_id) where kind <> 'event';
create index outbox_by_booking on booking.outbox (tenant_id, booking_id, created_at) where kind <> 'event';
create index outbox_dead on booking.outbox (tenant_id, created_at, outbox_id) where status = 'dead';

create type booking.effect as (
    kind text,
    key text,
    payload jsonb,
    due_at timestamptz
);
comment on type booking.effect is
'An effect to be queued: see booking.outbox. due_at null: now.';
