begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:45');

update booking.service set slot_interval = '00:15', buffer_before = '00:15', buffer_after = '00:30'
where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T09:00Z');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:15Z'::timestamptz) $$,
    '9:15 to 10:15 and then 30 minutes, before those 15 that end at 11:00'
);

select * from finish();
rollback;
