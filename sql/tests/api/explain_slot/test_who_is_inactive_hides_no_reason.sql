begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));
update booking.resource as r set is_active = false where r.resource_id = pg_temp.id('Ben');

select results_eq(
    $$ select e.code, e.resource_id from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e $$,
    $$ values ('slot_taken', pg_temp.id('Ada')) $$,
    'of those who work, the one is booked'
);

select * from finish();
rollback;
