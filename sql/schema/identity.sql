-- Who may do what: the members of a tenant, the matrix of permissions, and the secret that signs tokens.

create table booking.membership (
    tenant_id uuid not null,
    subject text not null,
    role text not null,
    created_at timestamptz not null,
    constraint membership_pkey primary key (tenant_id, subject),
    constraint membership_is_of_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint membership_role_is_known check (role in ('owner', 'admin', 'staff')),
    constraint membership_subject_is_short check (length(subject) between 1 and 255)
);
comment on table booking.membership is
'Who works for a tenant. Somebody signed in without a membership is a customer.';
comment on column booking.membership.subject is 'The claim sub of the person''s token; no name, no address.';
comment on column booking.membership.role is 'owner, admin or staff.';
comment on constraint membership_role_is_known on booking.membership is
'Customers need no membership, and visitors no token.';
comment on constraint membership_subject_is_short on booking.membership is 'RFC 7519 calls sub a short name.';

create table booking.membership_resource (
    tenant_id uuid not null,
    subject text not null,
    resource_id uuid not null,
    constraint membership_resource_pkey primary key (tenant_id, subject, resource_id),
    constraint membership_resource_belongs_to_a_membership
    foreign key (tenant_id, subject) references booking.membership (tenant_id, subject)
    on delete cascade,
    constraint membership_resource_names_a_resource
    foreign key (tenant_id, resource_id) references booking.resource (tenant_id, resource_id)
    on delete cascade
);
comment on table booking.membership_resource is
'The resources that are a member''s own: themselves, as a rule, and the rooms they look after.';
comment on column booking.membership_resource.subject is 'The member.';
create index membership_resource_by_resource
on booking.membership_resource (tenant_id, resource_id);

create table booking.tenant_secret (
    tenant_id uuid not null,
    secret bytea not null,
    constraint tenant_secret_pkey primary key (tenant_id),
    constraint tenant_secret_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint tenant_secret_is_32_bytes check (length(secret) = 32)
);
comment on table booking.tenant_secret is
'The key that signs a tenant''s tokens (RFC 2104). Deleting it makes every token out there worthless.';
comment on column booking.tenant_secret.secret is 'Random; never leaves the database.';
comment on constraint tenant_secret_is_32_bytes on booking.tenant_secret is 'As many as SHA-256 gives.';
