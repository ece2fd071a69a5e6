-- Composite types. Adding an attribute is a migration.

create type booking_v1.outcome as (
    operation_id uuid,
    status text,
    replayed boolean,
    booking_id uuid,
    booking_status text,
    version integer,
    starts_at timestamptz,
    ends_at timestamptz,
    resource_ids uuid[],
    hold_token uuid,
    expires_at timestamptz,
    price numeric,
    currency text,
    code text,
    message text,
    details jsonb,
    hint text,
    http_status integer,
    manage_token text
);
comment on type booking_v1.outcome is
'What a command did: status completed or failed. A failed one says why in code, message, details and hint.';

create domain booking.language as text
constraint language_is_a_tag check (value ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
comment on domain booking.language is 'A language, script and region as BCP 47 writes them: de, de-AT, zh-Hant-TW.';
comment on constraint language_is_a_tag on domain booking.language is 'No variants and no extensions.';

create type booking.actor as (
    role text,
    subject text,
    scope text,
    customer_id uuid,
    resource_ids uuid[],
    correlation_id text
);
comment on type booking.actor is
'Who acts. As booking.caller finds them: the database role and the token''s subject. As booking.admit lets them
in: visitor, customer, staff, admin, owner or service; how far the function reaches for them (own or all); and
what is theirs. correlation_id: of the HTTP request, where it has one.';

create type booking.terms as (
    service_id uuid,
    service_name text,
    is_active boolean,
    is_public boolean,
    requires_confirmation boolean,
    time_zone text,
    duration interval,
    allowed_durations interval[],
    slot_interval interval,
    slot_offset interval,
    buffer_before interval,
    buffer_after interval,
    price numeric,
    currency text,
    max_party_size integer,
    resource_ids uuid[],
    policies jsonb
);
comment on type booking.terms is
'The terms under which a service is booked: its record, the tenant''s zone, its resources, its policies.';

create type booking.booking_request as (
    service_id uuid,
    starts_at timestamptz,
    customer_id uuid,
    customer_name text,
    customer_email text,
    customer_phone text,
    resource_id uuid,
    duration interval,
    party_size integer,
    hold_token uuid,
    customer_time_zone text,
    answers jsonb,
    notes text,
    metadata jsonb
);
comment on type booking.booking_request is
'What create_booking was asked for: its arguments but the key, which together are what the key stands for.';

create type booking.booking_import as (
    external_id text,
    source text,
    service_id uuid,
    starts_at timestamptz,
    ends_at timestamptz,
    status text,
    resource_id uuid,
    customer_id uuid,
    customer_name text,
    customer_email text,
    customer_phone text,
    customer_external_id text,
    party_size integer,
    price numeric,
    currency text,
    customer_time_zone text,
    answers jsonb,
    notes text,
    metadata jsonb,
    has_buffers boolean
);
comment on type booking.booking_import is
'A booking of another system, as import_booking was told of it: times as instants; ends_at, price, currency, resource_id
null: not said.';

create type booking.working_time as (
    hours tstzmultirange,
    closed tstzmultirange
);
comment on type booking.working_time is
'When a resource is at work, opening hours included, and when it is closed all the same.';

create type booking.lane_state as (
    resource_id uuid,
    is_at_work boolean,
    taken tstzmultirange
);
comment on type booking.lane_state is
'A unit of a resource in a stretch of time: whether it is at work all the while, and when it is taken.';

create type booking.clock as (
    time_zone text,
    first_on date,
    last_on date,
    utc_offsets interval[]
);
comment on type booking.clock is
'The clock of a zone around a window: the local dates that matter and, where no clock changes, the UTC offset of each.';

create type booking.grid_piece as (
    anchor timestamptz,
    during tstzrange,
    utc_offset interval
);
comment on type booking.grid_piece is
'Times of the grid, one interval after the other, counted from anchor; and when they are. utc_offset: only while the '
'zone''s clock is so far ahead of UTC; null: always.';

create type booking.grid as (
    time_zone text,
    slot_interval interval,
    pieces booking.grid_piece[]
);
comment on type booking.grid is 'When something may start, by the clock of a zone, around a window.';
