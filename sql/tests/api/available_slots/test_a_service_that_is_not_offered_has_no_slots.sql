begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set is_active = false where tenant_id = pg_temp.id('shop');

select is_empty(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    'none'
);

select * from finish();
rollback;
