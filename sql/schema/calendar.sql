-- Addresses at which calendar applications read somebody's bookings.

create table booking.calendar_feed (
    tenant_id uuid not null,
    feed_id uuid not null default gen_random_uuid(),
    token_digest bytea not null,
    customer_id uuid,
    resource_id uuid,
    subject text,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint calendar_feed_pkey primary key (tenant_id, feed_id),
    constraint calendar_feed_token_is_unique unique (tenant_id, token_digest),
    constraint calendar_feed_is_of_somebody check (num_nonnulls(customer_id, resource_id) = 1),
    constraint calendar_feed_is_of_a_customer
    foreign key (tenant_id, customer_id) references booking.customer (tenant_id, customer_id)
    on delete cascade,
    constraint calendar_feed_is_of_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade
);
comment on table booking.calendar_feed is
'A secret, revocable address with the bookings of one customer or one resource (RFC 5545).';
comment on column booking.calendar_feed.token_digest is
'SHA-256 of the secret: whoever reads the table has no address.';
comment on column booking.calendar_feed.customer_id is 'Whose bookings; null: a resource''s.';
comment on column booking.calendar_feed.resource_id is 'Whose bookings; null: a customer''s.';
comment on column booking.calendar_feed.subject is
'The member who made it: it shows what they reach now, and nothing once they don''t. Null: no member did.';
comment on column booking.calendar_feed.created_at is 'By booking.now().';
comment on column booking.calendar_feed.revoked_at is 'From when it is no address any more.';
comment on constraint calendar_feed_token_is_unique on booking.calendar_feed is 'A reader brings nothing else.';
comment on constraint calendar_feed_is_of_somebody on booking.calendar_feed is 'Of one, and not of two.';
create index calendar_feed_by_customer on booking.calendar_feed (tenant_id, customer_id);
create index calendar_feed_by_resource on booking.calendar_feed (tenant_id, resource_id);

create domain booking_v1."text/calendar" as text; -- noqa: RF05
comment on domain booking_v1."text/calendar" is -- noqa: RF05
'A calendar (RFC 5545).';
create domain booking_v1."*/*" as booking_v1."text/calendar"; -- noqa: RF05
comment on domain booking_v1."*/*" is -- noqa: RF05
'A result in a media type of its own, whatever a client says it accepts; the function sets the header. This name is
what PostgREST goes by.';
