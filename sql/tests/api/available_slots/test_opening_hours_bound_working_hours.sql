begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
values (pg_temp.id('shop'), 1, '10:00', '12:00');
insert into booking.date_override (tenant_id, on_date, start_time, end_time)
values (pg_temp.id('shop'), '2026-06-15', '09:00', '10:00');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz), ('2026-06-08T09:00Z') $$,
    'from 10:00 to 12:00'
);
select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-15T00:00Z', '2026-06-16T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-15T07:00Z'::timestamptz) $$,
    'on another date, other hours'
);

select * from finish();
rollback;
