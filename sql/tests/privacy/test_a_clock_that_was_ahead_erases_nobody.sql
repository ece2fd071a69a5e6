begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('customer_retention_days', '365');
delete from booking.job_run as r where r.job_name = 'customer_retention';
insert into booking.customer (tenant_id, customer_id, name, created_at)
values
(pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', '2026-06-01T05:00Z'),
(pg_temp.id('shop'), pg_temp.id('Yan'), 'Yan', '2025-06-02T05:00Z');

select is((booking.run_job('customer_retention')).count, 0, 'of both something was heard within the year');
set local booking.now = '2030-06-01T05:00Z';
select is((booking.run_job('customer_retention')).count, 0, 'by a clock that is years ahead of the run before, nobody is erased');
set local booking.now = '2026-06-04T05:00Z';
select is(
    (booking.run_job('customer_retention')).count, 1, 'who is inactive is, when it is right again, three days after it at most'
);
set local booking.now = '2027-06-04T05:00Z';
select booking.run_job('customer_retention')::text;
set local booking.now = '2027-06-05T05:00Z';
select is((booking.run_job('customer_retention')).count, 1, 'and the night after a long pause');

select * from finish();
rollback;
