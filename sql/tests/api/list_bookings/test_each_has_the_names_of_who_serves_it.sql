begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('nine', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('ten', '2026-06-08T08:00Z', pg_temp.id('Ben'));

select results_eq(
    'select b.service_name, b.resource_ids, b.resource_names from booking_v1.list_bookings() as b',
    $$
        values
        ('Cut', array[pg_temp.id('Ada')], '{Ada}'::text[]), ('Cut', array[pg_temp.id('Ben')], '{Ben}'::text[])
    $$,
    'and nobody else''s'
);

select * from finish();
rollback;
