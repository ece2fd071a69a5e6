begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ben'), '2026-06-08 00:00', '2026-06-09 00:00');

select set_eq(
    $$
        select e.code, e.resource_id
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    $$ values ('slot_taken', pg_temp.id('Ada')), ('time_off', pg_temp.id('Ben')) $$,
    'Ada is booked, Ben is away'
);
select is_empty(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T09:00Z') as e $$,
    'and none where one of them is free'
);

select * from finish();
rollback;
