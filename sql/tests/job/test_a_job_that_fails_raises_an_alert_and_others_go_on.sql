begin;
\ir ../helpers/jobs.sql
select plan(7);

call pg_temp.have_job();
call pg_temp.job_does('fails');
insert into booking.job (job_name, every, function_name, most, late_after, description, created_at)
values ('second', '00:01', 'check_jobs', 1, '1 hour', 'Another job.', booking.now());
select results_eq(
    'select t.job_name, t.state, t.sqlstate, t.message from booking.tick() as t',
    $$ values ('pgtap', 'failed', 'PB777', 'it broke'), ('second', 'done', null::text, null::text) $$,
    'what comes after it runs, and the original state is kept, without details'
);
select is(pg_temp.open_alerts(), array['failed'], 'somebody is to look');
select is_empty($$ select from booking.alert as a where a.source = 'pgtap' $$, 'what it had done is undone');
select isnt_empty(
    $$ select from booking.alert as a where a.code = 'failed' and a.message = 'PB777: it broke' $$, 'and is told why'
);

set local booking.now = '2026-06-01T05:10Z';
select is((select t.state from booking.tick(1) as t), 'failed', 'the next run is made at its time');
select is((select a.count from booking.alert as a where a.code = 'failed'), 2, 'the same trouble is one alert');

set local booking.now = '2026-06-01T06:10Z';
call pg_temp.job_does('1');
select booking.run_job('pgtap');
select is(pg_temp.open_alerts(), '{}', 'and the next that succeeds resolves it');

select * from finish();
rollback;
