begin;
\ir ../helpers/jobs.sql
select plan(3);

call pg_temp.have_job();
select is((booking.run_job('pgtap')).count, 1, 'a run says how much it did');
select set_config('booking.now', '', true);
select booking.run_job('pgtap');
select row_eq(
    $$
        select r.state, r.count, r.sqlstate, r.finished_at >= r.started_at, r.started_at > now() - interval '1 day'
        from booking.last_run('pgtap') as r
    $$,
    row('done'::text, 1, null::text, true, true),
    'the record has its beginning, end, count'
);
select is((select count(*) from booking.job_run as r where r.job_name = 'pgtap'), 2::bigint, 'each has its own');

select * from finish();
rollback;
