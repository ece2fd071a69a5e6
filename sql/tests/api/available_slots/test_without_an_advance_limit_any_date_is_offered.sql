begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('advance_booking_limit_days', 'null');

select is(
    (select count(*) from pg_temp.starts('2028-05-29T00:00Z', '2028-05-30T00:00Z')), 8::bigint,
    'a Monday two years ahead'
);

select * from finish();
rollback;
