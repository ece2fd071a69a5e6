begin;
\ir ../../helpers/shop.sql
select plan(2);

call pg_temp.make_shop();
insert into booking.alert (source, code, message, raised_at, last_at, resolved_at)
values
('pgtap', 'job_failed', 'a job', '2026-05-01', '2026-05-01', null),
('pgtap', 'time_zone_conflict', 'a booking that was moved', '2026-05-01', '2026-05-01', '2026-05-02');

select is(booking.repair_time_zones(), 0, 'nothing is wrong');
select results_eq(
    $$ select a.code, a.resolved_at from booking.alert as a where a.source = 'pgtap' order by a.code $$,
    $$ values ('job_failed', null), ('time_zone_conflict', '2026-05-02'::timestamptz) $$,
    'trouble of another kind stays open, and what is resolved stays so'
);

select * from finish();
rollback;
