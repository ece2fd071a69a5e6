begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
delete from booking.job_run;

select is_empty('select * from booking.find_late_jobs()', 'none has to have run yet');
update booking.job as j set created_at = booking.now() - interval '1 week' where j.job_name = 'events';
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_late_jobs'
    $$,
    'one has'
);

select * from finish();
rollback;
