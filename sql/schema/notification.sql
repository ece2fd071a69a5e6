-- Who is told what, in which words, and what came of it.

create table booking.message_variable (
    name text not null,
    description text not null,
    sample text not null,
    constraint message_variable_pkey primary key (name),
    constraint message_variable_name_is_plain check (name ~ '^[a-z][a-z_]{0,39}$')
);
comment on table booking.message_variable is 'What a template can name as {{ name }}.';
comment on column booking.message_variable.sample is 'What preview_message shows for it.';
comment on constraint message_variable_name_is_plain on booking.message_variable is
'What the pattern of a placeholder finds.';

create table booking.notification_kind (
    kind text not null,
    audience text not null,
    is_transactional boolean not null,
    preference_kind text,
    booking_statuses text[] not null,
    is_until_start boolean not null,
    invitation text,
    variables text[] not null,
    description text not null,
    constraint notification_kind_pkey primary key (kind),
    constraint notification_kind_follows_a_kind
    foreign key (preference_kind) references booking.notification_kind (kind),
    constraint notification_kind_audience_is_known check (audience in ('customer', 'provider', 'former provider')),
    constraint notification_kind_invitation_is_known check (invitation in ('REQUEST', 'CANCEL'))
);
comment on table booking.notification_kind is 'The kinds of messages: a later one is a row here and its templates.';
comment on column booking.notification_kind.kind is 'Its name.';
comment on column booking.notification_kind.audience is
'Who gets it: the customer; who a resource stands for (resource.contact_id); or who it stood for before a move.';
comment on column booking.notification_kind.is_transactional is
'Part of the booking itself: no preference silences it.';
comment on column booking.notification_kind.preference_kind is
'Another kind: whoever doesn''t want that one doesn''t want this one, either. Null: this one goes by itself.';
comment on column booking.notification_kind.booking_statuses is
'With which status of the booking it is still true; otherwise it is dropped instead of sent. proposed: of a hold or '
'an offer.';
comment on column booking.notification_kind.is_until_start is 'Of no use once the booking has started: dropped then.';
comment on column booking.notification_kind.invitation is
'METHOD of the calendar invitation that it carries (RFC 5546); null: none.';
comment on column booking.notification_kind.variables is 'The placeholders that its templates can use.';
comment on constraint notification_kind_audience_is_known on booking.notification_kind is
'Those who have a part in a booking.';
comment on constraint notification_kind_invitation_is_known on booking.notification_kind is
'The two methods that an organizer needs.';

create table booking.notification_cause (
    event_kind text not null,
    booking_status text not null,
    recipient text not null,
    kind text not null,
    constraint notification_cause_pkey primary key (event_kind, booking_status, recipient),
    constraint notification_cause_recipient_is_known
    check (recipient in ('customer', 'provider', 'new provider', 'former provider')),
    constraint notification_cause_leads_to_a_kind
    foreign key (kind) references booking.notification_kind (kind)
);
comment on table booking.notification_cause is 'Who is told of which event, by which kind of message.';
comment on column booking.notification_cause.event_kind is 'As in booking_event.kind.';
comment on column booking.notification_cause.booking_status is 'What the event made of the booking.';
comment on column booking.notification_cause.recipient is
'customer; provider: serves before and after; new provider, former provider: where a move changed who serves.';
comment on column booking.notification_cause.kind is 'What they are sent.';
comment on constraint notification_cause_recipient_is_known on booking.notification_cause is
'What notify_of_events can tell apart.';

create table booking.default_template (
    kind text not null,
    channel text not null,
    language booking.language not null,
    subject text,
    text_body text not null,
    html_body text,
    constraint default_template_pkey primary key (kind, channel, language),
    constraint default_template_is_of_a_kind
    foreign key (kind) references booking.notification_kind (kind)
);
comment on table booking.default_template is 'The templates of those who have none of their own.';
comment on column booking.default_template.kind is 'What it tells.';
comment on column booking.default_template.channel is 'email, sms or push.';
comment on column booking.default_template.language is 'As in message_template.';
comment on column booking.default_template.subject is 'Null: the channel has none.';
comment on column booking.default_template.text_body is 'Plain text.';
comment on column booking.default_template.html_body is 'Null: plain text only.';

create table booking.message_template (
    tenant_id uuid not null,
    message_template_id uuid not null default gen_random_uuid(),
    kind text not null,
    channel text not null,
    language booking.language not null,
    subject text,
    text_body text not null,
    html_body text,
    constraint message_template_pkey primary key (tenant_id, message_template_id),
    constraint message_template_is_unique unique (tenant_id, kind, channel, language),
    constraint message_template_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint message_template_is_of_a_kind
    foreign key (kind) references booking.notification_kind (kind),
    constraint message_template_channel_is_known check (channel in ('email', 'sms', 'push')),
    constraint message_template_is_short
    check (length(subject) <= 200 and length(text_body) <= 20000 and length(html_body) <= 100000)
);
comment on table booking.message_template is 'A tenant''s own words for a kind of message, in one language.';
comment on column booking.message_template.kind is 'What it tells.';
comment on column booking.message_template.channel is 'email, sms or push.';
comment on column booking.message_template.language is 'BCP 47: de, de-AT, zh-Hant-TW.';
comment on column booking.message_template.subject is 'One line; null: the channel has none.';
comment on column booking.message_template.text_body is 'Plain text with {{ placeholders }}.';
comment on column booking.message_template.html_body is 'HTML with {{ placeholders }}, whose values are escaped.';
comment on constraint message_template_is_unique on booking.message_template is
'There is one answer to what is sent.';
comment on constraint message_template_channel_is_known on booking.message_template is
'How a message can travel.';
comment on constraint message_template_is_short on booking.message_template is
'A message is a letter, not a book.';

create table booking.notification (
    tenant_id uuid not null,
    notification_id uuid not null default gen_random_uuid(),
    kind text not null,
    channel text not null,
    booking_id uuid,
    customer_id uuid not null,
    booking_version integer,
    about_starts_at timestamptz not null,
    occasion text not null,
    proposal jsonb,
    answer_until timestamptz,
    status text not null default 'queued',
    reason text,
    created_at timestamptz not null,
    sent_at timestamptz,
    constraint notification_pkey primary key (tenant_id, notification_id),
    constraint notification_is_once
    unique nulls not distinct (tenant_id, booking_id, kind, channel, customer_id, about_starts_at, occasion),
    constraint notification_is_about_one_thing
    check (num_nonnulls(booking_id, proposal) = 1 and (booking_id is null) = (booking_version is null)),
    constraint notification_is_about_a_booking
    foreign key (tenant_id, booking_id) references booking.booking (tenant_id, booking_id) on delete cascade,
    constraint notification_is_for_somebody
    foreign key (tenant_id, customer_id) references booking.customer (tenant_id, customer_id) on delete cascade,
    constraint notification_status_is_known check (status in ('queued', 'sent', 'dropped', 'failed')),
    constraint notification_is_sent_at_some_time check ((status = 'sent') = (sent_at is not null))
);
comment on table booking.notification is
'Every message, once: what keeps a second one from being sent, and the log of those that were. Its outbox row has '
'the key notification_id.';
comment on column booking.notification.kind is 'As in notification_kind.';
comment on column booking.notification.channel is 'email, sms or push: the kind of its outbox row.';
comment on column booking.notification.customer_id is 'Who gets it; a provider''s record, too, is in customer.';
comment on column booking.notification.booking_id is 'Null: it is about a booking that could be made, see proposal.';
comment on column booking.notification.booking_version is 'Of the event that made it, or of the time it was queued.';
comment on column booking.notification.about_starts_at is
'The start it speaks of: once the booking has another, it is dropped.';
comment on column booking.notification.occasion is
'What makes it another one of its kind: the version of the booking, or how long before it reminds.';
comment on column booking.notification.proposal is
'Of a hold or an offer: columns of the booking that could be made of it (service_id, starts_at, ends_at, time_zone, '
'resource_ids and what else is known). Null: the booking has been made.';
comment on column booking.notification.answer_until is 'From then on it is of no use: dropped. Null: it stays true.';
comment on column booking.notification.status is
'queued, then sent, dropped (no longer true, or not wanted) or failed (given up).';
comment on column booking.notification.sent_at is 'When somebody''s server accepted it.';
comment on constraint notification_is_once on booking.notification is
'Whoever queues it again, queues nothing.';
comment on constraint notification_is_about_one_thing on booking.notification is
'A booking at a version, or what could become one.';
comment on constraint notification_status_is_known on booking.notification is 'Queued, and what came of it.';
comment on constraint notification_is_sent_at_some_time on booking.notification is 'Sent is a time.';
create index notification_by_age on booking.notification (tenant_id, created_at, notification_id);
create index notification_by_customer on booking.notification (tenant_id, customer_id, created_at);

create table booking.notification_preference (
    tenant_id uuid not null,
    notification_preference_id uuid not null default gen_random_uuid(),
    customer_id uuid not null,
    channel text not null,
    kind text,
    is_wanted boolean not null,
    constraint notification_preference_pkey primary key (tenant_id, notification_preference_id),
    constraint notification_preference_is_unique
    unique nulls not distinct (tenant_id, customer_id, channel, kind),
    constraint notification_preference_is_somebodys
    foreign key (tenant_id, customer_id) references booking.customer (tenant_id, customer_id) on delete cascade,
    constraint notification_preference_is_of_a_kind
    foreign key (kind) references booking.notification_kind (kind)
);
comment on table booking.notification_preference is
'Which messages somebody wants, where they have said so. Of optional kinds only; all are wanted until then.';
comment on column booking.notification_preference.channel is 'email, sms or push.';
comment on column booking.notification_preference.kind is 'Null: all optional ones that have no row of their own.';
comment on column booking.notification_preference.is_wanted is 'False: they said no.';
comment on constraint notification_preference_is_unique on booking.notification_preference is
'One answer to each question.';

create type booking.notice as (
    kind text,
    booking_id uuid,
    booking_version integer,
    customer_id uuid,
    about_starts_at timestamptz,
    occasion text,
    proposal jsonb,
    answer_until timestamptz
);
comment on type booking.notice is
'Something to tell somebody, by whichever channels reach them: see booking.notification, and booking.notify.';
