begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.weekly_hours set valid_from = '2026-06-08', valid_until = '2026-06-15'
where tenant_id = pg_temp.id('shop');

select results_eq(
    $$
        select distinct s.starts_at::date as on_date
        from pg_temp.starts('2026-06-01T00:00Z', '2026-07-01T00:00Z') as s (starts_at)
        order by on_date
    $$,
    $$ values ('2026-06-08'::date), ('2026-06-15') $$,
    'the first and the last date included'
);

select * from finish();
rollback;
