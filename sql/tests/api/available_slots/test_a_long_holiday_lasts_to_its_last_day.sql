begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '10:00');
call pg_temp.set_policy('advance_booking_limit_days', 'null');
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
values
(pg_temp.id('shop'), 'Sabbatical', '2026-06-08', '2027-06-07'),
(pg_temp.id('shop'), 'Past', '2025-06-02', '2026-06-01');

select is_empty($$ select pg_temp.starts('2026-08-01', '2026-09-01') $$, 'within it');
select results_eq(
    $$ select pg_temp.starts('2027-06-06', '2027-06-15') $$, array['2027-06-14T07:00Z'::timestamptz], 'on its last day'
);
select is_empty($$ select pg_temp.starts('2026-06-01', '2026-06-08') $$, 'and so of one that began a year ago');

select * from finish();
rollback;
