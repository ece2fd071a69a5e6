begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
update booking.resource as r set time_zone = 'Asia/Tokyo' where r.resource_id = pg_temp.id('Ada');

select results_eq(
    $$ select e.code, e.during from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e $$,
    $$ values ('outside_availability', '[2026-06-08T08:00Z,2026-06-08T09:00Z)'::tstzrange) $$,
    'ten in Berlin is five in the afternoon in Tokyo'
);

select * from finish();
rollback;
