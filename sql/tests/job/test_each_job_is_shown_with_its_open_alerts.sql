begin;
select plan(3);
\ir ../helpers/jobs.sql
call pg_temp.have_job();
delete from booking.alert where true;

select is(s.alerts, '{}', 'none') from booking.job_status() as s;
select booking.raise_alert(p_source => 'job pgtap', p_code => 'late', p_message => 'it is late');
select booking.raise_alert(p_source => 'job pgtap', p_code => 'failed', p_message => 'it broke');
select booking.raise_alert(p_source => 'job other', p_code => 'failed', p_message => 'another''s');
select is(s.alerts, '{"failed: it broke","late: it is late"}', 'its own, by their codes') from booking.job_status() as s;
select booking.resolve_alert(p_source => 'job pgtap', p_code => 'failed');
select is(s.alerts, '{"late: it is late"}', 'not what is over') from booking.job_status() as s;

select * from finish();
rollback;
