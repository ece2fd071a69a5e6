begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop();
update booking.resource as r set units = 2 where r.resource_id = pg_temp.id('Ada');
call pg_temp.have_booking('one', '2026-06-08T08:00Z');
call pg_temp.have_booking('other', '2026-06-08T08:00Z');

select is(pg_temp.conflicts(), 'none', 'both are taken and fit');
select matches(
    pg_temp.conflicts_while(
        $$ select booking_v1.upsert_holiday('H', '2026-06-08', p_holiday_id => pg_temp.id('H')) $$,
        $$ select booking_v1.delete_holiday(pg_temp.id('H')) $$
    ),
    '^(one|other) holiday, (one|other) holiday; none$', 'each is told once'
);

select * from finish();
rollback;
