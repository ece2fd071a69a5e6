begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '11:00');
update booking.resource set time_zone = 'America/New_York' where tenant_id = pg_temp.id('shop');

select results_eq(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    $$ values ('2026-06-08T13:00Z'::timestamptz), ('2026-06-08T14:00Z') $$,
    'nine o''clock in New York, whatever it is in Berlin'
);

select * from finish();
rollback;
