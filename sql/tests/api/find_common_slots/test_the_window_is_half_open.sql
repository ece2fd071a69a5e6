begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select c.starts_at
        from booking_v1.find_common_slots(
            array[pg_temp.id('Ada')], 1, '2026-06-08T08:00Z', '2026-06-08T10:00Z', '01:00', p_slot_interval => '01:00'
        ) as c
    $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz), ('2026-06-08T09:00Z') $$,
    'a start at p_from is in it, one at p_to is not'
);

select * from finish();
rollback;
