-- What can be booked, and what has to be booked for it.

create table booking.resource (
    tenant_id uuid not null,
    resource_id uuid not null default gen_random_uuid(),
    kind text not null,
    name text not null,
    time_zone text not null,
    units integer not null default 1,
    is_active boolean not null default true,
    contact_id uuid,
    constraint resource_pkey primary key (tenant_id, resource_id),
    constraint resource_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint resource_kind_is_known check (kind in ('staff', 'room', 'equipment')),
    constraint resource_name_is_not_blank check (btrim(name) <> '' and length(name) <= 200),
    constraint resource_units_are_few check (units between 1 and 1000),
    constraint resource_time_zone_is_known
    foreign key (time_zone) references booking.time_zone (name),
    constraint resource_stands_for_somebody
    foreign key (tenant_id, contact_id) references booking.customer (tenant_id, customer_id)
);
comment on table booking.resource is 'A person, a room or a piece of equipment whose time is taken.';
comment on column booking.resource.units is 'How many interchangeable ones there are (four equal chairs: 4).';
comment on column booking.resource.time_zone is 'Zone of its weekly hours, overrides, holidays and time off.';
comment on column booking.resource.contact_id is
'Who is told of its bookings: the person it is, or who looks after it; their name and address are in customer.';
create index resource_by_contact on booking.resource (tenant_id, contact_id);
comment on column booking.resource.kind is
'Staff, room or equipment: to show and to choose by; the rules are the same.';
comment on constraint resource_kind_is_known on booking.resource is 'Others are added here.';
comment on constraint resource_name_is_not_blank on booking.resource is
'It is shown to customers; 200 characters fit on a page.';
comment on constraint resource_units_are_few on booking.resource is
'Each unit is a lane that is looked through; what has more is no appointment book.';

create table booking.service (
    tenant_id uuid not null,
    service_id uuid not null default gen_random_uuid(),
    name text not null,
    description text,
    duration interval not null,
    allowed_durations interval[] not null default '{}',
    slot_interval interval not null,
    slot_offset interval not null default '00:00',
    buffer_before interval not null default '00:00',
    buffer_after interval not null default '00:00',
    price numeric not null default 0,
    currency text not null default 'EUR',
    max_party_size integer not null default 1,
    requires_confirmation boolean not null default false,
    is_public boolean not null default true,
    is_active boolean not null default true,
    constraint service_pkey primary key (tenant_id, service_id),
    constraint service_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint service_name_is_not_blank check (btrim(name) <> '' and length(name) <= 200),
    constraint service_duration_is_positive_and_exact
    check (
        duration > interval '0' and duration <= interval '744 hours'
        and extract(day from duration) = 0 and extract(month from duration) = 0
    ),
    constraint service_slot_interval_is_whole_minutes_of_a_day
    check (
        -- not "between", which reads otherwise after a restore, and the doctor would find that changed
        slot_interval >= interval '1 minute' and slot_interval <= interval '24 hours'
        and extract(day from slot_interval) = 0 and extract(second from slot_interval) = 0
    ),
    constraint service_slot_offset_is_less_than_the_interval
    check (
        slot_offset >= interval '0' and slot_offset < slot_interval
        and extract(second from slot_offset) = 0
    ),
    constraint service_buffers_are_not_negative_and_exact
    check (
        buffer_before >= interval '0' and buffer_before <= interval '24 hours'
        and buffer_after >= interval '0' and buffer_after <= interval '24 hours'
        and extract(day from buffer_before) = 0 and extract(day from buffer_after) = 0
    ),
    constraint service_price_is_an_amount check (price >= 0 and price < 1e12 and min_scale(price) <= 4),
    constraint service_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
    constraint service_party_is_at_least_one check (max_party_size between 1 and 10000)
);
comment on table booking.service is 'Something that can be booked. Durations are elapsed time.';
comment on column booking.service.allowed_durations is
'What a caller may choose instead of duration; empty: nothing else.';
comment on column booking.service.slot_interval is
'Starts lie at slot_offset plus multiples of it, counted from local midnight in the tenant''s zone.';
comment on column booking.service.buffer_before is
'Time to prepare; the resource must be free and at work for it, too.';
comment on column booking.service.buffer_after is 'Time to clear up, like buffer_before.';
comment on column booking.service.max_party_size is 'How many people one booking may be for.';
comment on column booking.service.is_public is
'Visitors and customers see it and can book it; otherwise only members and applications.';
comment on column booking.service.requires_confirmation is
'New bookings are pending, and take their time, until confirm_booking.';
comment on column booking.service.duration is 'Elapsed time without buffers.';
comment on column booking.service.slot_offset is
'When after midnight the first start is: 00:15 for a quarter past.';
comment on column booking.service.price is 'Of one booking, in currency; copied into it.';
comment on column booking.service.currency is 'ISO 4217.';
comment on constraint service_name_is_not_blank on booking.service is
'It is shown to customers; 200 characters fit on a page.';
comment on constraint service_duration_is_positive_and_exact on booking.service is
'Hours and minutes: days and months are no elapsed time. At most 31 days.';
comment on constraint service_slot_interval_is_whole_minutes_of_a_day on booking.service is
'The grid begins anew at every midnight, and is made of wall-clock minutes.';
comment on constraint service_slot_offset_is_less_than_the_interval on booking.service is
'A larger one would skip starts that the grid has.';
comment on constraint service_buffers_are_not_negative_and_exact on booking.service is
'Elapsed time, like the duration; at most a day each.';
comment on constraint service_price_is_an_amount on booking.service is
'Free is 0; a discount is no price; no currency has more than four decimal places.';
comment on constraint service_currency_is_a_code on booking.service is
'Three capital letters, as ISO 4217 has them.';
comment on constraint service_party_is_at_least_one on booking.service is 'Nobody is no party.';

create table booking.requirement (
    tenant_id uuid not null,
    service_id uuid not null,
    requirement_no smallint not null default 1,
    name text not null default 'resource',
    quantity integer not null default 1,
    constraint requirement_pkey primary key (tenant_id, service_id, requirement_no),
    constraint requirement_belongs_to_a_service
    foreign key (tenant_id, service_id) references booking.service (tenant_id, service_id)
    on delete cascade,
    constraint requirement_is_one_of_one check (requirement_no = 1 and quantity = 1)
);
comment on table booking.requirement is
'What a service needs: a quantity of the named resources. For the time being one resource of one requirement.';
comment on column booking.requirement.requirement_no is 'Counts the requirements of a service from 1.';
comment on column booking.requirement.quantity is 'How many of the named resources it takes at once.';
comment on constraint requirement_is_one_of_one on booking.requirement is
'For the time being; the tables already have room for more.';

create table booking.requirement_resource (
    tenant_id uuid not null,
    service_id uuid not null,
    requirement_no smallint not null default 1,
    resource_id uuid not null,
    constraint requirement_resource_pkey
    primary key (tenant_id, service_id, requirement_no, resource_id),
    constraint requirement_resource_belongs_to_a_requirement
    foreign key (tenant_id, service_id, requirement_no)
    references booking.requirement (tenant_id, service_id, requirement_no) on delete cascade,
    constraint requirement_resource_names_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade
);
comment on table booking.requirement_resource is 'The resources that can meet a requirement.';
comment on column booking.requirement_resource.requirement_no is 'Which requirement of the service.';
create index requirement_resource_by_resource
on booking.requirement_resource (tenant_id, resource_id);
