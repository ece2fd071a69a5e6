begin;
\ir ../helpers/jobs.sql
select plan(6);

call pg_temp.have_job();
select is((select count(*) from booking.tick()), 1::bigint, 'it runs first when there is a clock');
set local booking.now = '2026-06-01T05:09:59Z';
select is_empty('select * from booking.tick()', 'then not before it is due');
set local booking.now = '2026-06-01T11:45Z';
select is((select count(*) from booking.tick()), 1::bigint, 'of six runs that were missed, one is made');
select is_empty('select * from booking.tick()', 'and no other');
insert into booking.job as j (job_name, every, at, function_name, most, late_after, description, created_at)
select 'another', k.every, k.at, k.function_name, k.most, k.late_after, k.description, k.created_at
from booking.job as k;
select results_eq(
    'select t.job_name from booking.tick() as t', array['another'], 'that one has run is no run of another'
);
select throws_ok(
    $$ select booking.run_job('nothing') $$, 'PT400', 'invalid_argument', 'one that there is not can''t run at all'
);

select * from finish();
rollback;
