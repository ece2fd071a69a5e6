-- When a tenant is open and a resource at work. Local dates and times throughout; an end that is not
-- after its start lies on the next day (22:00 to 06:00; 00:00 to 00:00 is a whole day).

create table booking.opening_hours (
    tenant_id uuid not null,
    opening_hours_id uuid not null default gen_random_uuid(),
    weekday integer not null,
    start_time time not null,
    end_time time not null,
    constraint opening_hours_pkey primary key (tenant_id, opening_hours_id),
    constraint opening_hours_belong_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint opening_hours_weekday_is_0_to_6 check (weekday between 0 and 6),
    constraint opening_hours_are_unique unique (tenant_id, weekday, start_time)
);
comment on table booking.opening_hours is
'Opening hours of the tenant, in its zone. None at all: opening hours restrict nothing.';
comment on column booking.opening_hours.weekday is '0 = Sunday, 6 = Saturday: the day on which they begin.';
comment on constraint opening_hours_are_unique on booking.opening_hours is
'Two windows that begin together are one.';
comment on constraint opening_hours_weekday_is_0_to_6 on booking.opening_hours is
'As extract(dow) counts.';

create table booking.weekly_hours (
    tenant_id uuid not null,
    weekly_hours_id uuid not null default gen_random_uuid(),
    resource_id uuid not null,
    weekday integer not null,
    start_time time not null,
    end_time time not null,
    valid_from date not null default '-infinity',
    valid_until date not null default 'infinity',
    preference integer not null default 0,
    constraint weekly_hours_pkey primary key (tenant_id, weekly_hours_id),
    constraint weekly_hours_belong_to_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade,
    constraint weekly_hours_weekday_is_0_to_6 check (weekday between 0 and 6),
    constraint weekly_hours_end_after_they_begin check (valid_from <= valid_until),
    constraint weekly_hours_preference_is_a_weight check (preference between -100 and 100)
);
comment on table booking.weekly_hours is
'Weekly hours of a resource, in its zone. None at all: it is never at work.';
comment on column booking.weekly_hours.weekday is '0 = Sunday, 6 = Saturday: the day on which they begin.';
comment on column booking.weekly_hours.valid_until is 'The last date on which they begin.';
comment on column booking.weekly_hours.preference is
'Where any of several resources will do, the one with the highest weight at that time is taken.';
comment on column booking.weekly_hours.valid_from is 'The first date on which they begin.';
comment on constraint weekly_hours_weekday_is_0_to_6 on booking.weekly_hours is
'As extract(dow) counts.';
comment on constraint weekly_hours_end_after_they_begin on booking.weekly_hours is
'The validity: dates on which they hold.';
comment on constraint weekly_hours_preference_is_a_weight on booking.weekly_hours is
'Bounded, so that weights can be compared at a glance.';
create index weekly_hours_by_resource on booking.weekly_hours (tenant_id, resource_id);

create table booking.date_override (
    tenant_id uuid not null,
    date_override_id uuid not null default gen_random_uuid(),
    resource_id uuid,
    on_date date not null,
    start_time time,
    end_time time,
    reason text,
    constraint date_override_pkey primary key (tenant_id, date_override_id),
    constraint date_override_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint date_override_names_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade,
    constraint date_override_is_a_window_or_closed check ((start_time is null) = (end_time is null)),
    constraint date_override_date_is_finite check (isfinite(on_date)),
    constraint date_override_reason_is_short check (length(reason) <= 500)
);
comment on table booking.date_override is
'Replaces the weekly hours of a resource, or the opening hours, on one local date: '
'those that begin on it and what reaches into it.';
comment on column booking.date_override.resource_id is 'Null: the opening hours of the tenant.';
comment on column booking.date_override.start_time is
'Null, like end_time: closed; several rows a date are several windows.';
comment on column booking.date_override.on_date is 'Local date of the resource, or of the tenant.';
comment on constraint date_override_is_a_window_or_closed on booking.date_override is
'Half a window says nothing.';
comment on constraint date_override_date_is_finite on booking.date_override is
'An override of every day would be weekly hours.';
comment on constraint date_override_reason_is_short on booking.date_override is
'It is shown beside the day.';
create index date_override_by_date
on booking.date_override (tenant_id, coalesce(resource_id, tenant_id), on_date);
create index date_override_by_resource on booking.date_override (tenant_id, resource_id);

create table booking.holiday (
    tenant_id uuid not null,
    holiday_id uuid not null default gen_random_uuid(),
    name text not null,
    kind text not null default 'public_holiday',
    starts_on date not null,
    ends_on date not null,
    is_yearly boolean not null default false,
    all_resources boolean not null default true,
    description text,
    constraint holiday_pkey primary key (tenant_id, holiday_id),
    constraint holiday_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint holiday_name_is_not_blank check (btrim(name) <> '' and length(name) <= 200),
    constraint holiday_kind_is_known
    check (kind in ('public_holiday', 'company_holiday', 'maintenance', 'other')),
    constraint holiday_is_finite check (isfinite(starts_on) and isfinite(ends_on)),
    constraint holiday_ends_after_it_starts check (ends_on >= starts_on),
    constraint holiday_lasts_less_than_a_year check (ends_on - starts_on < 365),
    constraint holiday_is_unique unique (tenant_id, starts_on, name)
);
comment on table booking.holiday is
'Whole local days, in the zone of each resource, on which all resources or some do not work.';
comment on column booking.holiday.ends_on is 'The last day, included.';
comment on column booking.holiday.is_yearly is
'Returns each year on the same month and day; 29 February only in leap years.';
comment on column booking.holiday.all_resources is 'False: only those in holiday_resource.';
comment on column booking.holiday.starts_on is 'The first day.';
comment on column booking.holiday.kind is 'To show and to choose by; the rules are the same.';
comment on constraint holiday_name_is_not_blank on booking.holiday is
'It is shown to customers; 200 characters fit on a page.';
comment on constraint holiday_kind_is_known on booking.holiday is 'Others are added here.';
comment on constraint holiday_is_finite on booking.holiday is
'A holiday without end would be an inactive resource.';
comment on constraint holiday_ends_after_it_starts on booking.holiday is
'Both days are included, so one day has them equal.';
comment on constraint holiday_lasts_less_than_a_year on booking.holiday is
'Else a yearly one would overlap itself.';
comment on constraint holiday_is_unique on booking.holiday is
'An import can be repeated: what is there is found by date and name.';

create table booking.holiday_resource (
    tenant_id uuid not null,
    holiday_id uuid not null,
    resource_id uuid not null,
    constraint holiday_resource_pkey primary key (tenant_id, holiday_id, resource_id),
    constraint holiday_resource_belongs_to_a_holiday
    foreign key (tenant_id, holiday_id) references booking.holiday (tenant_id, holiday_id)
    on delete cascade,
    constraint holiday_resource_names_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade
);
comment on table booking.holiday_resource is 'Whom a holiday concerns that does not concern all.';
create index holiday_resource_by_resource on booking.holiday_resource (tenant_id, resource_id);

create table booking.time_off (
    tenant_id uuid not null,
    time_off_id uuid not null default gen_random_uuid(),
    resource_id uuid not null,
    starts_local timestamp not null,
    ends_local timestamp not null,
    reason text,
    constraint time_off_pkey primary key (tenant_id, time_off_id),
    constraint time_off_belongs_to_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade,
    constraint time_off_is_finite check (isfinite(starts_local) and isfinite(ends_local)),
    constraint time_off_ends_after_it_starts check (ends_local > starts_local),
    constraint time_off_reason_is_short check (length(reason) <= 500)
);
comment on table booking.time_off is
'Absence of a resource: some hours, a day, several days. Wall time in the resource''s zone.';
comment on column booking.time_off.ends_local is 'Excluded; a whole day ends at the next midnight.';
comment on column booking.time_off.starts_local is 'Included.';
comment on constraint time_off_is_finite on booking.time_off is
'An absence without end is an inactive resource.';
comment on constraint time_off_ends_after_it_starts on booking.time_off is
'An absence of no length is none.';
comment on constraint time_off_reason_is_short on booking.time_off is 'It is shown beside the absence.';
create index time_off_by_end on booking.time_off (tenant_id, resource_id, ends_local);

create table booking.timetable (
    tenant_id uuid not null,
    resource_id uuid not null,
    month date not null,
    hours tstzmultirange not null,
    closed tstzmultirange not null,
    constraint timetable_pkey primary key (tenant_id, resource_id, month),
    constraint timetable_is_of_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade,
    constraint timetable_month_begins_on_its_first check (extract(day from month) = 1)
);
comment on table booking.timetable is
'What the rules above come to, worked out ahead. Derived: a row may be deleted at any time, and whoever writes '
'rules by hand must delete those of the resources concerned. What is not here is worked out when it is asked for.';
comment on column booking.timetable.month is 'The first day of a month by the UTC calendar.';
comment on column booking.timetable.hours is 'When the resource is at work and the tenant open, within the month.';
comment on column booking.timetable.closed is 'Its holidays and time off, within the month.';
comment on constraint timetable_month_begins_on_its_first on booking.timetable is 'One row a month.';
