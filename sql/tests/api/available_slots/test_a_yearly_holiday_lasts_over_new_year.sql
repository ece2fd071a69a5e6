begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{0,1,2,3,4,5,6}', p_closes => '10:00', p_now => '2026-12-20T05:00Z');
insert into booking.holiday (tenant_id, name, starts_on, ends_on, is_yearly)
values (pg_temp.id('shop'), 'Winter', '2020-12-28', '2021-01-06', true);

select results_eq(
    $$ select pg_temp.starts('2026-12-27', '2027-01-09') $$,
    array['2026-12-27T08:00Z', '2027-01-07T08:00Z', '2027-01-08T08:00Z']::timestamptz[], 'all of it'
);
select is_empty($$ select pg_temp.starts('2027-01-04', '2027-01-07') $$, 'also for who asks about its end only');

select * from finish();
rollback;
