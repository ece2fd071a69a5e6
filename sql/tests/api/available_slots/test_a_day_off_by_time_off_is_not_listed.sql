begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08 09:30', '2026-06-08 11:00');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T09:00Z'::timestamptz), ('2026-06-08T10:00Z') $$,
    'from 11:00 on'
);

select * from finish();
rollback;
