-- Who has read personal data.

create table booking.personal_data_access (
    tenant_id uuid not null,
    access_id uuid not null default gen_random_uuid(),
    accessed_at timestamptz not null,
    actor_role text not null,
    actor_subject text not null,
    function_name text not null,
    customer_ids uuid[] not null,
    row_count integer not null,
    correlation_id text,
    constraint personal_data_access_pkey primary key (tenant_id, accessed_at, access_id),
    constraint personal_data_access_is_of_a_tenant
    foreign key (tenant_id) references booking.tenant (tenant_id) on delete cascade
);
comment on table booking.personal_data_access is
'What members have read of customers; append-only until it is old. Ids, and no personal data of customers.';
comment on column booking.personal_data_access.accessed_at is 'By booking.now().';
comment on column booking.personal_data_access.actor_role is 'staff, admin or owner.';
comment on column booking.personal_data_access.actor_subject is 'The member, by the claim sub.';
comment on column booking.personal_data_access.function_name is 'The function of the contract.';
comment on column booking.personal_data_access.customer_ids is
'Whose data were read. Empty: bookings of walk-ins, with their notes.';
comment on column booking.personal_data_access.row_count is 'How many customers or bookings were returned.';
comment on column booking.personal_data_access.correlation_id is
'The header x-correlation-id of the request, or x-request-id; its first 100 characters. Null: it had neither.';
