begin;
\ir ../helpers/jobs.sql
select plan(3);

call pg_temp.have_job();
set local booking.now = '2026-06-03T05:00Z';
select is((select t.state from booking.tick() as t), 'done', 'it runs by a clock that is two days ahead');
set local booking.now = '2026-06-01T05:20Z';
select is((select t.state from booking.tick() as t), 'done', 'and, when that is set right, at its time');
select is_empty('select from booking.tick() as t', 'once');

select * from finish();
rollback;
