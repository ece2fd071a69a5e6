-- What changed, in the order in which it can be told.

create sequence booking.feed_position_seq as bigint;
comment on sequence booking.feed_position_seq is
'Positions of the feed. Drawn by booking.dispatch_events only, under its lock, so that they commit in their order.';

create table booking.feed (
    tenant_id uuid not null,
    position bigint not null,
    kind text not null,
    change text not null,
    resource_ids uuid[] not null,
    starts_at timestamptz,
    ends_at timestamptz,
    booking_id uuid,
    version integer,
    service_id uuid,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    constraint feed_pkey primary key (tenant_id, position),
    constraint feed_is_of_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint feed_change_is_of_its_kind
    check (
        (kind = 'availability' and change in ('taken', 'free', 'changed'))
        or (kind = 'booking' and change in ('created', 'confirmed', 'rescheduled', 'cancelled', 'imported'))
    ),
    constraint feed_booking_is_named check ((kind = 'booking') = (booking_id is not null)),
    constraint feed_change_has_a_time check ((change = 'changed') = (starts_at is null))
);
comment on table booking.feed is
'What changed, for those who follow it live. Kept for some hours. No personal data, and without keys to what it is
about, which may be gone.';
comment on column booking.feed.position is
'Grows in the order of commits: whoever has read up to one misses nothing before it. Of all tenants; has gaps.';
comment on column booking.feed.kind is 'Availability is for everybody; booking is for those who reach the booking.';
comment on column booking.feed.change is
'Taken, free, or changed in a way that has to be asked for (hours, time off, holidays); of a booking, its event.';
comment on column booking.feed.starts_at is 'Of availability, with the buffers; null: any time.';
comment on column booking.feed.ends_at is 'Excluded.';
comment on column booking.feed.resource_ids is 'The resources it is about, as far as they are known.';
comment on column booking.feed.booking_id is 'The booking; of availability null, so that it says nothing of anybody.';
comment on column booking.feed.version is 'The version of the booking that the change made.';
comment on column booking.feed.service_id is 'The service of the booking.';
comment on column booking.feed.occurred_at is 'When it happened, by booking.now().';
comment on column booking.feed.recorded_at is 'When it came here, by booking.now(): its age counts from then.';
comment on constraint feed_change_is_of_its_kind on booking.feed is 'Others are added here.';
comment on constraint feed_booking_is_named on booking.feed is 'A change of availability is about nobody.';
comment on constraint feed_change_has_a_time on booking.feed is 'Only what has to be asked for has none.';

create table booking.feed_horizon (
    tenant_id uuid not null,
    position bigint not null,
    constraint feed_horizon_pkey primary key (tenant_id),
    constraint feed_horizon_is_of_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade
);
comment on table booking.feed_horizon is 'How much of a tenant''s feed has been deleted; no row: nothing.';
comment on column booking.feed_horizon.position is
'Up to here rows may be gone: who has read less has to read everything anew.';
