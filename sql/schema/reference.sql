-- Reference data, the same for all tenants; filled by sql/reference/ at every deployment.

create table booking.release (
    release_id integer generated always as identity,
    version text not null,
    revision text,
    functions_hash text not null,
    deployed_at timestamptz not null default now(),
    constraint release_pkey primary key (release_id)
);
comment on table booking.release is 'One row a deployment that changed something; the last one is in force.';
comment on column booking.release.revision is 'The git revision it came from, where the installer knew it.';
comment on column booking.release.functions_hash is 'sha256 over the definitions of all functions.';
comment on column booking.release.version is 'As booking.version() says.';

create table booking.migration (
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now(),
    constraint migration_pkey primary key (name)
);
comment on table booking.migration is 'Migrations that this database has, by file name.';
comment on column booking.migration.checksum is 'sha256 of the file; an edited migration is refused.';

create table booking.time_zone (
    name text not null,
    constraint time_zone_pkey primary key (name)
);
comment on table booking.time_zone is
'The IANA zone names that are accepted; abbreviations and fixed offsets are not among them.';

create table booking.table_rule (
    kind text not null,
    object_name text not null,
    name text not null,
    statement text not null,
    constraint table_rule_pkey primary key (kind, object_name, name)
);
comment on table booking.table_rule is
'The rules of the tables, and who owns and may use what, as they were deployed; see booking.record_table_rules. What
there is now is booking.table_rules() and booking.object_rights().';
comment on column booking.table_rule.kind is
'constraint, not null, default, storage, index, policy or trigger; owner or right.';
comment on column booking.table_rule.object_name is 'What it is of, and its name with its schema.';
comment on column booking.table_rule.name is 'Its name; of a column, that; of a right, whose it is.';
comment on column booking.table_rule.statement is 'What makes it.';

create table booking.zone_rules (
    name text not null,
    since timestamptz not null,
    digest bytea not null,
    constraint zone_rules_pkey primary key (name),
    constraint zone_rules_are_of_a_zone foreign key (name) references booking.time_zone (name) on delete cascade
);
comment on table booking.zone_rules is 'The rules of each zone as booking.forget_old_zones saw them last.';
comment on column booking.zone_rules.name is 'As in time_zone.';
comment on column booking.zone_rules.since is 'Where the three years of the digest begin.';
comment on column booking.zone_rules.digest is 'Of booking.zone_digest.';

create table booking.error_code (
    code text not null,
    http_status integer not null,
    hint text not null,
    constraint error_code_pkey primary key (code),
    constraint error_code_status_is_an_error check (http_status between 400 and 599)
);
comment on table booking.error_code is 'Every code that an error or a refusal can carry.';
comment on column booking.error_code.hint is 'What to do about it, unless the refusal knows better.';
comment on column booking.error_code.http_status is 'What an HTTP shell answers with.';
comment on constraint error_code_status_is_an_error on booking.error_code is
'A code is for what went wrong.';

create table booking.policy_definition (
    policy_name text not null,
    value_kind text not null,
    default_value jsonb not null,
    minimum integer,
    maximum integer,
    is_fixed boolean not null default false,
    is_tenant_wide boolean not null default false,
    is_reserved boolean not null default false,
    description text not null,
    constraint policy_definition_pkey primary key (policy_name),
    constraint policy_definition_kind_is_known check (value_kind in ('integer', 'boolean', 'minutes_list', 'email'))
);
comment on table booking.policy_definition is 'The policies there are: type, default, bounds.';
comment on column booking.policy_definition.default_value is 'JSON null: no limit.';
comment on column booking.policy_definition.is_fixed is 'A promise of the engine, shown but not settable.';
comment on column booking.policy_definition.is_tenant_wide is
'It is asked for where there is no service, and so not set for one.';
comment on column booking.policy_definition.is_reserved is
'What protects others from a tenant, and a tenant''s customers from its owners: only applications set it.';
comment on column booking.policy_definition.value_kind is
'The type of its values; minutes_list: up to ten different whole numbers; email: an address.';
comment on column booking.policy_definition.minimum is 'For numbers, included.';
comment on column booking.policy_definition.maximum is 'For numbers, included.';
comment on constraint policy_definition_kind_is_known on booking.policy_definition is
'What is_policy_value can check.';

create table booking.policy_default (
    is_one boolean not null default true,
    policies jsonb not null,
    constraint policy_default_pkey primary key (is_one),
    constraint policy_default_is_one check (is_one)
);
comment on table booking.policy_default is
'One row: the defaults of policies that a service can have, as one document, which every command reads.';
comment on column booking.policy_default.is_one is 'Its key: there is one row.';
comment on column booking.policy_default.policies is 'Each policy with its default.';
comment on constraint policy_default_is_one on booking.policy_default is 'There is one document.';

create table booking.permission (
    function_name text not null,
    visitor text not null,
    customer text not null,
    staff text not null,
    admin text not null,
    owner text not null,
    service text not null,
    constraint permission_pkey primary key (function_name),
    constraint permission_scope_is_known check (
        array[visitor, customer, staff, admin, owner, service] <@ array['none', 'own', 'policy', 'all']
    )
);
comment on table booking.permission is
'The matrix of permissions: how far a function of the contract reaches for whom.';
comment on column booking.permission.function_name is 'Its name in booking_v1.';
comment on column booking.permission.visitor is 'Nobody is signed in (anon). Own: with the token of the booking.';
comment on column booking.permission.customer is 'Signed in, no membership. Own: what is booked for them.';
comment on column booking.permission.staff is
'Own: their resources and what is booked with them. Policy: all or own, by staff_sees_all_bookings.';
comment on column booking.permission.admin is 'Runs the tenant.';
comment on column booking.permission.owner is 'An admin who also says who is a member.';
comment on column booking.permission.service is 'A trusted application: service_role, or a login of its own.';
comment on constraint permission_scope_is_known on booking.permission is 'One word in every cell.';

create table booking.status_transition (
    from_status text not null,
    event_kind text not null,
    to_status text not null,
    constraint status_transition_pkey primary key (from_status, event_kind)
);
comment on table booking.status_transition is 'The legal changes of a booking''s status.';
comment on column booking.status_transition.from_status is
'The status before; that of a new booking is not listed.';
comment on column booking.status_transition.event_kind is 'What happens, as in booking_event.kind.';
comment on column booking.status_transition.to_status is 'The status after.';
