-- Periodic jobs: which there are, what their runs did, and what somebody has to look at.

create table booking.job (
    job_name text not null,
    every interval not null,
    at interval not null default '0',
    function_name text not null,
    is_of_each_tenant boolean not null default false,
    most integer not null,
    late_after interval not null,
    description text not null,
    created_at timestamptz not null,
    constraint job_pkey primary key (job_name),
    constraint job_name_is_plain check (job_name ~ '^[a-z]+(_[a-z]+)*$'),
    constraint job_divides_the_day check (
        every >= interval '00:01'
        and extract(epoch from every) % 60 = 0
        and (
            3600 % extract(epoch from every) = 0
            or extract(epoch from every) % 3600 = 0 and 86400 % extract(epoch from every) = 0
        )
    ),
    constraint job_begins_in_its_interval
    check (at >= interval '0' and at < every and extract(epoch from at) % 60 = 0),
    constraint job_does_something check (most > 0),
    constraint job_can_be_late check (late_after > interval '0')
);
comment on table booking.job is 'The periodic jobs, one of each file in cron/; made anew at every deployment.';
comment on column booking.job.job_name is 'In pg_cron it is called pgbooking:<this>.';
comment on column booking.job.every is 'A minute to a day, so that each day has the same runs.';
comment on column booking.job.at is 'When in the interval it runs, counted from midnight UTC.';
comment on column booking.job.function_name is
'What it calls: a function of schema booking that takes how much to do at most (p_most) and returns how much it did.';
comment on column booking.job.is_of_each_tenant is
'Whether the function takes a tenant (p_tenant_id) as well: then it is called for one after the other.';
comment on column booking.job.most is 'How much one run does at most; the next goes on.';
comment on column booking.job.late_after is 'How long after its time a run may begin before that is an alert.';
comment on constraint job_name_is_plain on booking.job is 'It is a part of names in pg_cron.';
comment on constraint job_divides_the_day on booking.job is
'Whole minutes that divide an hour, or whole hours that divide a day: what cron can say.';
comment on constraint job_begins_in_its_interval on booking.job is 'A whole minute of it.';
comment on constraint job_does_something on booking.job is 'A run that may do nothing never ends its work.';
comment on constraint job_can_be_late on booking.job is 'A scheduler needs a moment.';

create table booking.job_run (
    job_run_id uuid not null default gen_random_uuid(),
    job_name text not null,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    state text not null,
    count integer,
    sqlstate text,
    message text,
    constraint job_run_pkey primary key (job_run_id),
    constraint job_run_state_is_known check (state in ('done', 'failed')),
    constraint job_run_says_what_it_did check ((state = 'done') = (count is not null)),
    constraint job_run_says_why_it_failed check ((state = 'failed') = (sqlstate is not null))
);
comment on table booking.job_run is
'What each run of a job did; kept for a week. No personal data. Also of jobs that are no more.';
comment on column booking.job_run.started_at is 'By booking.now().';
comment on column booking.job_run.finished_at is 'By booking.now().';
comment on column booking.job_run.job_name is 'As in job.';
comment on column booking.job_run.state is 'done or failed; what failed has changed nothing.';
comment on column booking.job_run.count is 'How much it did: rows, as the function says; null: it failed.';
comment on column booking.job_run.sqlstate is 'Of the error that ended it; null: none did.';
comment on column booking.job_run.message is 'Of that error, without its details.';
comment on constraint job_run_state_is_known on booking.job_run is 'Its work is there, or it is not.';
comment on constraint job_run_says_what_it_did on booking.job_run is 'Nothing is a count, too.';
comment on constraint job_run_says_why_it_failed on booking.job_run is 'There is no failure without an error.';
create index job_run_by_job on booking.job_run (job_name, started_at);
create index job_run_by_age on booking.job_run (started_at);

create table booking.alert (
    alert_id uuid not null default gen_random_uuid(),
    source text not null,
    code text not null,
    message text not null,
    raised_at timestamptz not null,
    last_at timestamptz not null,
    count integer not null default 1,
    resolved_at timestamptz,
    constraint alert_pkey primary key (alert_id),
    constraint alert_is_resolved_after_it_was_raised check (resolved_at >= raised_at)
);
comment on table booking.alert is
'What somebody has to look at, of the whole installation. One open row for each trouble, however often it is met.';
comment on column booking.alert.source is 'Where the trouble is: job reminders, outbox, booking <id>.';
comment on column booking.alert.code is 'Which trouble it is; for programs.';
comment on column booking.alert.message is 'The same for people, as it was met last. No personal data.';
comment on column booking.alert.raised_at is 'By booking.now().';
comment on column booking.alert.last_at is 'When it was met last.';
comment on column booking.alert.count is 'How often it was met.';
comment on column booking.alert.resolved_at is 'Null: it is open.';
comment on constraint alert_is_resolved_after_it_was_raised on booking.alert is 'Trouble that never was is no row.';
create unique index alert_is_open_once on booking.alert (source, code) where resolved_at is null;
