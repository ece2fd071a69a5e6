begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Eve}');
-- Ada, whose id is the smaller one, does not work then, is away and is booked all the same; Eve is away
call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
delete from booking.weekly_hours as w where w.resource_id = pg_temp.id('Ada');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
select pg_temp.id('shop'), pg_temp.id(p.name), '2026-06-08 00:00', '2026-06-09 00:00'
from unnest('{Ada, Eve}'::text[]) as p (name);

select cmp_ok(pg_temp.id('Ada'), '<', pg_temp.id('Eve'), 'ids alone would name Ada');
select results_eq(
    $$ select e.code, e.resource_id from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e $$,
    $$
        values
        ('time_off', pg_temp.id('Eve')),
        ('outside_availability', pg_temp.id('Ada')), ('time_off', pg_temp.id('Ada')), ('slot_taken', pg_temp.id('Ada'))
    $$,
    'it is what keeps them first that counts'
);

select * from finish();
rollback;
