begin;
select plan(2);
create schema cron;
create table cron.job (jobname text, active boolean, username text);
create or replace function booking.cron_database() returns text language sql stable as 'select current_database()';
grant usage on schema cron to public;
grant select on cron.job to public;

select isnt_empty('select * from booking.find_unscheduled_jobs()', 'a superuser sees that there are none');
create temporary table found of booking.finding on commit drop;
grant insert on found to booking_monitor;
set local role booking_monitor;
insert into found select d.* from booking.doctor() as d;
reset role;
select is_empty(
    'select * from found as f where f.check_name = ''find_unscheduled_jobs''', 'a monitor can''t tell, and says nothing'
);

select * from finish();
rollback;
