begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(3);

call pg_temp.make_shop();
call pg_temp.have_booking('nine', '2026-06-08T07:00Z');
call pg_temp.have_booking('ten', '2026-06-08T08:00Z');
call pg_temp.have_booking('eleven', '2026-06-08T09:00Z');
call pg_temp.rules_change('nine', '-1 hour');
call pg_temp.rules_change('ten', '-1 hour');
call pg_temp.rules_change('eleven', '-1 hour');
select is(booking.repair_time_zones(), 3, 'each moves to where the next one was');
select results_eq(
    $$ select b.starts_at from booking.booking as b where b.tenant_id = pg_temp.id('shop') order by b.starts_at $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T08:00Z'), ('2026-06-08T09:00Z') $$,
    'all are there'
);
select results_eq(
    $$ select k.starts_at from booking.claim as k where k.tenant_id = pg_temp.id('shop') order by k.starts_at $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T08:00Z'), ('2026-06-08T09:00Z') $$,
    'with their claims'
);

select * from finish();
rollback;
