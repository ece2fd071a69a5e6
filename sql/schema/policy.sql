-- What a tenant, or one of its services, has set instead of a policy's default.

create table booking.policy_setting (
    tenant_id uuid not null,
    policy_setting_id uuid not null default gen_random_uuid(),
    service_id uuid,
    policy_name text not null,
    value jsonb not null,
    constraint policy_setting_pkey primary key (tenant_id, policy_setting_id),
    constraint policy_setting_is_unique
    unique nulls not distinct (tenant_id, service_id, policy_name),
    constraint policy_setting_belongs_to_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade,
    constraint policy_setting_belongs_to_a_service
    foreign key (tenant_id, service_id) references booking.service (tenant_id, service_id)
    on delete cascade,
    constraint policy_setting_is_defined
    foreign key (policy_name) references booking.policy_definition (policy_name)
);
comment on table booking.policy_setting is 'Settings of policies; a service''s goes before its tenant''s.';
comment on column booking.policy_setting.service_id is 'Null: for all services of the tenant.';
comment on column booking.policy_setting.value is
'Of the type that policy_definition says; JSON null: no limit.';
comment on constraint policy_setting_is_unique on booking.policy_setting is
'One value for a service, and one for the tenant (service_id null).';
