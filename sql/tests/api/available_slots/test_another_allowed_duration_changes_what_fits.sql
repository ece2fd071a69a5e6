begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_closes => '13:00');

update booking.service set allowed_durations = '{02:00}' where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T09:00Z');

select results_eq(
    $$
        select s.starts_at
        from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z', p_duration => '02:00') as s (starts_at)
    $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz) $$,
    'two hours fit before 11:00 only'
);

select * from finish();
rollback;
