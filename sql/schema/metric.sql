-- What is measured, and what has to be counted before it is forgotten.

create table booking.metric (
    metric_name text not null,
    kind text not null,
    help text not null,
    constraint metric_pkey primary key (metric_name),
    constraint metric_kind_is_known check (kind in ('counter', 'gauge')),
    constraint metric_is_named_as_prometheus_wants check (
        metric_name ~ '^[a-z][a-z0-9_]*$'
        and (kind = 'counter') = (metric_name like '%\_total')
    )
);
comment on table booking.metric is 'The metrics there are; functions of the name …_metrics measure them.';
comment on column booking.metric.metric_name is 'Without the prefix pgbooking_, which the shell adds.';
comment on column booking.metric.kind is 'A counter only grows, until it begins at 0 again; a gauge is as it is.';
comment on column booking.metric.help is 'What it says, and in which unit.';
comment on constraint metric_kind_is_known on booking.metric is 'Prometheus has more; they are the shell''s.';
comment on constraint metric_is_named_as_prometheus_wants on booking.metric is
'Counters end in _total, and nothing else does.';

create type booking.sample as (
    name text,
    labels jsonb,
    value double precision
);
comment on type booking.sample is
'One value of a metric. labels: texts by name, which tell it from the metric''s others.';

create table booking.operation_count (
    command text not null,
    status text not null,
    code text not null,
    count bigint not null,
    constraint operation_count_pkey primary key (command, status, code)
);
comment on table booking.operation_count is
'How many commands ended how, since the installation: operations are deleted, and a counter must not fall.';
comment on column booking.operation_count.command is 'The function of the contract.';
comment on column booking.operation_count.status is 'completed or failed.';
comment on column booking.operation_count.code is 'Why it was refused; empty: it was not.';
comment on column booking.operation_count.count is 'Up to operation_counted.until.';

create table booking.operation_counted (
    is_only boolean not null default true,
    until timestamptz not null,
    constraint operation_counted_pkey primary key (is_only),
    constraint operation_counted_is_only_one check (is_only)
);
comment on table booking.operation_counted is 'One row: how far the counting of operations has come.';
comment on column booking.operation_counted.is_only is 'Always true.';
comment on column booking.operation_counted.until is 'Operations created before this instant are counted.';
comment on constraint operation_counted_is_only_one on booking.operation_counted is 'There is one row.';

-- A sequence is a counter that nobody waits for; it also counts what is rolled back.
create sequence booking.replay_count;
comment on sequence booking.replay_count is 'How many requests were answered from the outcome of an earlier one.';
