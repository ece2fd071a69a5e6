-- Tenants and their customers.

create table booking.tenant (
    tenant_id uuid not null default gen_random_uuid(),
    slug text not null,
    name text not null,
    time_zone text not null,
    language booking.language not null default 'en',
    created_at timestamptz not null default now(),
    constraint tenant_pkey primary key (tenant_id),
    constraint tenant_slug_is_unique unique (slug),
    constraint tenant_slug_is_a_label check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    constraint tenant_slug_is_no_id check (slug !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    constraint tenant_name_is_not_blank check (btrim(name) <> '' and length(name) <= 200),
    constraint tenant_time_zone_is_known foreign key (time_zone) references booking.time_zone (name)
);
comment on table booking.tenant is 'A shop, studio or team: the unit of isolation.';
comment on column booking.tenant.slug is 'Short name in addresses and headers: a DNS label.';
comment on column booking.tenant.time_zone is 'Where it is: zone of opening hours, slot grid and limits.';
comment on column booking.tenant.language is 'Of messages to those whose language is not known.';
comment on constraint tenant_slug_is_unique on booking.tenant is
'It stands for the tenant in addresses, headers and use_tenant().';
comment on constraint tenant_slug_is_a_label on booking.tenant is
'A DNS label, so that it can be a part of a host name.';
comment on constraint tenant_slug_is_no_id on booking.tenant is
'A tenant is named by either, and none may take another''s name.';
comment on constraint tenant_name_is_not_blank on booking.tenant is
'It is shown to customers; 200 characters fit on a page.';

create table booking.customer (
    tenant_id uuid not null,
    customer_id uuid not null default gen_random_uuid(),
    name text,
    email text,
    email_key text collate "C" generated always as (lower(email collate "C")) stored,
    phone text,
    phone_key text collate "C" generated always as (ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0')) stored,
    subject text,
    sort_key text generated always as (lower(coalesce(name, email, phone, subject))) stored,
    language booking.language,
    time_zone text,
    created_at timestamptz not null default now(),
    erased_at timestamptz,
    constraint customer_pkey primary key (tenant_id, customer_id),
    constraint customer_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint customer_subject_is_unique unique (tenant_id, subject),
    constraint customer_can_be_named_until_erased
    check ((coalesce(name, email, phone, subject) is null) = (erased_at is not null)),
    constraint customer_name_is_short check (length(name) <= 200),
    constraint customer_email_is_an_address
    check (length(email) <= 320 and email ~ '^[^[:space:][:cntrl:]@]+@[^[:space:][:cntrl:]@]+$'),
    constraint customer_phone_is_a_number
    check (
        length(phone) <= 50 and phone ~ '([0-9].*){3}'
        and phone ~ '^[+(0-9][0-9 ()+./-]*( ?(x|ext\.?|#|,|;ext=) ?[0-9]+)?$'
    ),
    constraint customer_time_zone_is_known foreign key (time_zone) references booking.time_zone (name)
);
comment on table booking.customer is
'Who books: names, and addresses, which no other table has. What is said in words is with the bookings, as is a name
that is not the customer''s.';
comment on constraint customer_can_be_named_until_erased on booking.customer is
'One of name, address, number and account, or there is nobody to serve; of somebody erased, none of them.';
comment on column booking.customer.erased_at is
'When all that says who they were was removed; the record stays, because bookings refer to it.';
comment on constraint customer_name_is_short on booking.customer is '200 characters fit on a page.';
comment on constraint customer_email_is_an_address on booking.customer is
'Something on both sides of one @, without spaces; 320 characters are the longest there is.';
comment on constraint customer_phone_is_a_number on booking.customer is
'As people write it: three digits at least, signs between them, an extension (x 12). 50 characters are enough.';
comment on constraint customer_subject_is_unique on booking.customer is 'One account, one customer.';
comment on column booking.customer.subject is
'The claim sub of the account that is theirs; null: a guest, who is known by the address.';
comment on column booking.customer.language is 'In which they are written to; null: that of the tenant.';
comment on column booking.customer.time_zone is
'In which they are told times, unless a booking says another; null: that of the place.';
create index customer_by_name on booking.customer (tenant_id, sort_key, customer_id) where erased_at is null;
comment on column booking.customer.sort_key is
'What they are listed by: the name, or what else is known of them. Not an expression of the index, like email_key.';
create index customer_by_number on booking.customer (tenant_id, phone_key);
comment on column booking.customer.phone_key is
'The digits of the number, without zeros before them: however it is written.';
create unique index customer_email_is_unique on booking.customer (tenant_id, email_key)
where subject is null;
comment on column booking.customer.email_key is
'The address in lower case, by no locale. Not an expression of the index: lower() is not leakproof, so row security bars
it.';
