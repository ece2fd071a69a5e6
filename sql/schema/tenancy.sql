-- Tenants and their customers.

create table booking.tenant (
    tenant_id uuid not null default gen_random_uuid(),
    slug text not null,
    name text not null,
    time_zone text not null,
    created_at timestamptz not null default now(),
    constraint tenant_pkey primary key (tenant_id),
    constraint tenant_slug_is_unique unique (slug),
    constraint tenant_slug_is_a_label check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    constraint tenant_name_is_not_blank check (btrim(name) <> '' and length(name) <= 200),
    constraint tenant_time_zone_is_known foreign key (time_zone) references booking.time_zone (name)
);
comment on table booking.tenant is 'A shop, studio or team: the unit of isolation.';
comment on column booking.tenant.slug is 'Short name in addresses and headers: a DNS label.';
comment on column booking.tenant.time_zone is 'Where it is: zone of opening hours, slot grid and limits.';

create table booking.customer (
    tenant_id uuid not null,
    customer_id uuid not null default gen_random_uuid(),
    name text,
    email text,
    phone text,
    created_at timestamptz not null default now(),
    constraint customer_pkey primary key (tenant_id, customer_id),
    constraint customer_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint customer_can_be_named check (coalesce(name, email, phone) is not null),
    constraint customer_name_is_short check (length(name) <= 200),
    constraint customer_email_is_an_address
    check (length(email) <= 320 and email ~ '^[^[:space:][:cntrl:]@]+@[^[:space:][:cntrl:]@]+$'),
    constraint customer_phone_is_short check (length(phone) <= 50)
);
comment on table booking.customer is 'Personal data of those who book; the only table that holds any.';
create unique index customer_email_is_unique on booking.customer (tenant_id, lower(email));
