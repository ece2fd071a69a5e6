begin;
\ir ../helpers/jobs.sql
select plan(4);

call pg_temp.have_job();
select is((select count(*) from booking.tick()), 1::bigint, 'it runs first when there is a clock');
call pg_temp.clock_stands_at('2026-06-01T05:09:59Z');
select is_empty('select * from booking.tick()', 'then not before it is due');
call pg_temp.clock_stands_at('2026-06-01T11:45Z');
select is((select count(*) from booking.tick()), 1::bigint, 'of six runs that were missed, one is made');
select is_empty('select * from booking.tick()', 'and no other');

select * from finish();
rollback;
