begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, name) select pg_temp.id('shop'), 'Guest ' || n from generate_series(1, 9) as n;
set local track_functions = 'all';

select is((select count(*) from booking_v1.list_customers('guest')), 9::bigint, 'all are found');
select is(
    (select sum(f.calls) from pg_stat_xact_user_functions as f where f.funcname = 'is_sought'), null,
    'what is sought is compared within the query'
);

select * from finish();
rollback;
