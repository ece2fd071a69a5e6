begin;
select plan(7);
-- pg_cron's own table, as far as it matters
create schema cron;
create table cron.job (jobname text, active boolean, username text);
insert into cron.job (jobname, active, username)
select 'pgbooking:' || j.job_name, true, current_user from booking.job as j;

create or replace function booking.cron_database() returns text language sql stable as 'select current_database()';

create view pg_temp.found as
    select d.subject from booking.doctor() as d where d.check_name = 'find_unscheduled_jobs';
select is_empty('select * from found', 'it knows them all');
update cron.job as c set active = false where c.jobname = 'pgbooking:feed';
select results_eq('select * from found', array['job feed'], 'one is switched off');
update cron.job as c set active = true, username = 'gone' where c.jobname = 'pgbooking:feed';
select results_eq('select * from found', array['job feed'], 'one is to run as a role that is gone');
delete from cron.job as c where c.jobname in ('pgbooking:feed', 'pgbooking:events');
select bag_eq('select * from found', array['job feed', 'job events'], 'some are gone');
create or replace function booking.cron_database() returns text language sql stable as $$ select 'another' $$;
select is_empty('select * from found', 'it lives elsewhere, and this is a copy of that');
create or replace function booking.cron_database() returns text language sql stable as 'select null';
select bag_eq('select * from found', array['job feed', 'job events'], 'where it lives is not told');
drop schema cron cascade;
select is_empty('select * from found', 'without pg_cron nobody misses them');

select * from finish();
rollback;
