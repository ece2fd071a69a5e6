begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/conflicts.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.run($$ select booking_v1.upsert_holiday('H', '2026-06-08') $$);
create temporary table mine on commit drop as
select pg_temp.booking_of('hers') as booking_id;
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select is_empty('select c.booking_id from booking_v1.list_booking_conflicts() as c', 'nothing is listed');
select is_empty(
    $$ select c.booking_id from booking_v1.list_booking_conflicts(p_resource_id => pg_temp.id('Ada')) as c $$,
    'nor is it of its resource'
);
select is(
    pg_temp.error_of(
        $$ select c.* from mine as m cross join booking_v1.list_booking_conflicts(p_after => m.booking_id) as c $$
    ),
    '400 invalid_argument p_after', 'nor after its booking'
);
call pg_temp.enter_shop('shop');
select is(pg_temp.conflicts(), 'hers holiday', 'where it belongs, it is');

select * from finish();
rollback;
