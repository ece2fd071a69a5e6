begin;
select plan(4);
set local booking.now = '2026-06-01T05:00Z';
insert into booking.job (job_name, every, function_name, most, late_after, description, created_at)
values ('nothing', '00:01', 'no_such_function', 1, '00:05', 'fails', booking.now());

create view pg_temp.measured as
    select m.name, m.value from booking.metrics() as m where m.labels ->> 'job' = 'nothing';
select is_empty('select * from measured where value <> 0', 'no trouble yet');
select lives_ok('select booking.run_job(''nothing'')', 'it runs, and fails');
set local booking.now = '2026-06-01T05:20Z';
select bag_eq(
    'select * from measured',
    $$ values ('job_failed', 1::double precision), ('job_late', 1), ('job_lag_seconds', 1200) $$, 'and not again'
);
select isnt(m.value, null, 'which has raised an alert')
from booking.metrics() as m
where m.name = 'alerts'
limit 1;

select * from finish();
rollback;
