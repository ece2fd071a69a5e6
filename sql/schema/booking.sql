-- Bookings, the time they take, their history, and the commands that made them.

create table booking.booking (
    tenant_id uuid not null,
    booking_id uuid not null default gen_random_uuid(),
    service_id uuid not null,
    customer_id uuid,
    guest_name text,
    status text not null,
    version integer not null default 1,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    time_zone text not null,
    starts_local timestamp not null,
    customer_time_zone text,
    resource_ids uuid[] not null,
    party_size integer not null default 1,
    price numeric not null,
    currency text not null,
    reschedule_count integer not null default 0,
    answers jsonb not null default '{}',
    notes text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null,
    rescheduled_at timestamptz,
    constraint booking_pkey primary key (tenant_id, booking_id),
    constraint booking_is_of_a_service
    foreign key (tenant_id, service_id) references booking.service (tenant_id, service_id),
    constraint booking_is_for_a_customer
    foreign key (tenant_id, customer_id) references booking.customer (tenant_id, customer_id),
    constraint booking_status_is_known check (status in ('pending', 'confirmed', 'cancelled')),
    constraint booking_ends_after_it_starts check (ends_at > starts_at),
    constraint booking_takes_a_resource check (cardinality(resource_ids) > 0),
    constraint booking_version_is_positive check (version > 0),
    constraint booking_party_is_positive check (party_size > 0),
    constraint booking_price_is_not_negative check (price >= 0),
    constraint booking_reschedule_count_is_not_negative check (reschedule_count >= 0)
);
comment on table booking.booking is 'A service booked for a time. Its status never goes back.';
comment on column booking.booking.guest_name is
'For whom it was made, where that is another name than the customer''s, as one books for another.';
comment on column booking.booking.version is 'Counts its events; commands may expect one.';
comment on column booking.booking.time_zone is 'The zone of the place, in which the time was promised.';
comment on column booking.booking.starts_local is
'The promised wall time: starts_at is derived from it again when a zone''s rules change.';
comment on column booking.booking.customer_time_zone is 'The zone the customer reads messages in.';
comment on column booking.booking.resource_ids is 'Who serves it; still known after a cancellation.';
comment on column booking.booking.rescheduled_at is
'When its present time was agreed, if that was later than the booking. Null: it was never moved.';
comment on column booking.booking.answers is 'What the customer answered to the service''s questions.';
comment on column booking.booking.metadata is
'The application''s own data; of it the engine reads language, in which it writes to the customer about it.';
comment on column booking.booking.status is
'Pending, confirmed or cancelled; status_transition has the legal changes.';
comment on column booking.booking.starts_at is 'Without the buffer before.';
comment on column booking.booking.ends_at is 'Excluded, and without the buffer after.';
comment on column booking.booking.party_size is 'For how many people.';
comment on column booking.booking.price is 'The price of the service when it was booked.';
comment on column booking.booking.currency is 'ISO 4217.';
comment on column booking.booking.reschedule_count is
'How often it was moved: counts against max_reschedules.';
comment on constraint booking_status_is_known on booking.booking is
'Others are added here and in status_transition.';
comment on constraint booking_ends_after_it_starts on booking.booking is
'A booking of no length takes nothing.';
comment on constraint booking_takes_a_resource on booking.booking is
'Whoever serves it is known from the beginning.';
comment on constraint booking_version_is_positive on booking.booking is
'The first event makes version 1.';
comment on constraint booking_party_is_positive on booking.booking is 'Nobody is no party.';
comment on constraint booking_price_is_not_negative on booking.booking is 'Free is 0.';
comment on constraint booking_reschedule_count_is_not_negative on booking.booking is 'It only grows.';
create index booking_by_start on booking.booking (tenant_id, starts_at, booking_id);
create index booking_by_service on booking.booking (tenant_id, service_id, starts_at);
create index booking_by_customer on booking.booking (tenant_id, customer_id, starts_at);
create index booking_pending on booking.booking (tenant_id, starts_at, booking_id) where status = 'pending';
comment on index booking.booking_pending is 'What waits to be confirmed: a handful, looked at often.';

create table booking.claim (
    tenant_id uuid not null,
    resource_id uuid not null,
    unit integer not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    during tstzrange generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
    booking_id uuid not null,
    constraint claim_pkey
    primary key (tenant_id, resource_id, unit, ends_at, starts_at) include (booking_id),
    constraint claim_no_overlap exclude using gist (
        tenant_id with =, resource_id with =, unit with =, during with &&
    ) where (ends_at > starts_at),
    constraint claim_is_bounded check (isfinite(starts_at) and isfinite(ends_at)),
    constraint claim_ends_after_it_starts check (ends_at > starts_at),
    constraint claim_lasts_at_most_33_days check (ends_at - starts_at <= interval '33 days'),
    constraint claim_unit_is_positive check (unit > 0),
    constraint claim_is_of_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id),
    constraint claim_is_of_a_booking
    foreign key (tenant_id, booking_id) references booking.booking (tenant_id, booking_id)
    on delete cascade deferrable initially deferred
);
comment on table booking.claim is
'Time of a resource that is taken, buffers included: the one table that makes double booking impossible.';
comment on column booking.claim.unit is 'Which of the resource''s interchangeable units: 1 to resource.units.';
comment on constraint claim_lasts_at_most_33_days on booking.claim is
'31 days of service and two buffers of a day; booking.missing_timetable relies on it.';
comment on constraint claim_no_overlap on booking.claim is
'No two claims on one unit of a resource overlap. Not deferrable: on conflict do nothing needs it so. '
'Its condition is true of every claim (claim_ends_after_it_starts), and no query implies it: '
'so its index, which knows no order of time, answers none.';
comment on constraint claim_is_of_a_booking on booking.claim is
'Checked at commit: the time is taken first, and only then is there a booking.';
comment on constraint claim_pkey on booking.claim is
'Claims of a unit never overlap, so their ends are unique. Ordered by end, because a reader looks '
'for what ends after an instant; comparisons of instants are leakproof and so usable '
'under row security, where && is not.';
comment on column booking.claim.starts_at is 'Buffer before included.';
comment on column booking.claim.ends_at is 'Excluded; buffer after included.';
comment on column booking.claim.during is 'For the constraint; readers compare starts_at and ends_at.';
comment on constraint claim_is_bounded on booking.claim is
'An endless claim would close the resource for good.';
comment on constraint claim_ends_after_it_starts on booking.claim is
'An empty range overlaps nothing: the constraint would not see it.';
comment on constraint claim_unit_is_positive on booking.claim is 'Units count from 1.';
create index claim_by_booking on booking.claim (tenant_id, booking_id);

create table booking.booking_operation (
    tenant_id uuid not null,
    operation_id uuid not null default gen_random_uuid(),
    actor bytea not null,
    idempotency_key text not null,
    command text not null,
    request_hash bytea not null,
    status text not null default 'pending',
    outcome jsonb,
    created_at timestamptz not null,
    constraint booking_operation_pkey primary key (tenant_id, operation_id),
    constraint booking_operation_key_is_unique unique (tenant_id, actor, idempotency_key),
    constraint booking_operation_status_is_known
    check (status in ('pending', 'completed', 'failed')),
    constraint booking_operation_has_an_outcome_once_done
    check ((status = 'pending') = (outcome is null))
) with (fillfactor = 70);
comment on table booking.booking_operation is
'Every command with its idempotency key and its outcome: what a replay is answered from. Nothing about customers.';
comment on column booking.booking_operation.actor is
'Whose key it is, so that nobody replays another''s outcome; a digest, which names nobody.';
comment on column booking.booking_operation.request_hash is 'sha256 of the arguments: one key, one request.';
comment on column booking.booking_operation.status is 'Pending is seen only by the transaction that runs it.';
comment on column booking.booking_operation.command is 'The function of the contract.';
comment on column booking.booking_operation.idempotency_key is 'The caller''s own name for the request.';
comment on column booking.booking_operation.outcome is
'The booking_v1.outcome as JSON; null while it runs.';
comment on constraint booking_operation_key_is_unique on booking.booking_operation is
'What makes a second submission wait for the first, and then replay it.';
create index booking_operation_by_age on booking.booking_operation (tenant_id, created_at);
comment on constraint booking_operation_status_is_known on booking.booking_operation is
'Pending, and then one of the two for good.';
comment on constraint booking_operation_has_an_outcome_once_done on booking.booking_operation is
'There is no done without an answer to replay.';

create table booking.booking_event (
    tenant_id uuid not null,
    booking_id uuid not null,
    version integer not null,
    kind text not null,
    occurred_at timestamptz not null,
    actor_role text not null,
    actor_subject text,
    operation_id uuid not null,
    changes jsonb not null,
    constraint booking_event_pkey primary key (tenant_id, booking_id, version),
    constraint booking_event_belongs_to_a_booking
    foreign key (tenant_id, booking_id) references booking.booking (tenant_id, booking_id)
    on delete cascade,
    constraint booking_event_kind_is_known
    check (kind in ('created', 'confirmed', 'rescheduled', 'cancelled', 'imported'))
);
comment on table booking.booking_event is
'What happened to a booking; append-only, but that erasing a customer takes the reasons. The changes of versions '
'1 to n, merged in order, give version n.';
comment on column booking.booking_event.changes is 'Columns of the booking with their new values, and why.';
comment on column booking.booking_event.version is 'The version of the booking that it made.';
comment on column booking.booking_event.kind is 'What happened.';
comment on column booking.booking_event.occurred_at is 'By booking.now().';
comment on column booking.booking_event.actor_role is 'The role of the caller.';
comment on column booking.booking_event.actor_subject is
'Who in that role, where the token says it; of a customer, the customer_id.';
comment on constraint booking_event_kind_is_known on booking.booking_event is
'Others are added here and in status_transition; imported is what another system says, whichever status that is.';
