begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

call pg_temp.set_policy('minimum_booking_notice_hours', '3');
set local booking.now = '2026-06-08T06:00Z';

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T09:00Z'::timestamptz), ('2026-06-08T10:00Z') $$,
    'three hours from now is near enough'
);

select * from finish();
rollback;
