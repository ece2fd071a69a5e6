begin;
select plan(7);

create function pg_temp.add_job(p_every interval, p_at interval, p_name text default 'pgtap')
returns void
language sql
as $function$
    insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
    values (p_name, p_every, p_at, 'check_jobs', 1, '1 hour', 'A job of the tests.', booking.now())
$function$;

select throws_ok($$ select pg_temp.add_job('00:07', '0') $$, '23514', null, 'sevenths of an hour it has not');
select throws_ok($$ select pg_temp.add_job('05:00', '0') $$, '23514', null, 'nor fifths of a day');
select throws_ok($$ select pg_temp.add_job('00:00:30', '0') $$, '23514', null, 'nor parts of a minute');
select throws_ok($$ select pg_temp.add_job('48:00', '0') $$, '23514', null, 'nor more than a day');
select throws_ok($$ select pg_temp.add_job('01:00', '01:00') $$, '23514', null, 'it begins within its interval');
select throws_ok($$ select pg_temp.add_job('01:00', '0', 'x@y') $$, '23514', null, 'its name is plain');
select lives_ok($$ select pg_temp.add_job('01:00', '00:59') $$, 'and this is one');

select * from finish();
rollback;
