begin;
select plan(1);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.resource_id
from booking_v1.upsert_resource('Chair', 'equipment', p_time_zone => 'Asia/Kathmandu', p_units => 4, p_is_active => false) as u;
call pg_temp.run($$
    select u.resource_id
    from made as m
    cross join booking_v1.upsert_resource('Seat', 'room', p_resource_id => m.resource_id) as u
$$);
select results_eq(
    $$
        select l.name, l.kind, l.time_zone, l.units, l.is_active
        from booking_v1.list_resources() as l
        join made as m on m.resource_id = l.resource_id
    $$,
    $$ values ('Seat', 'room', 'Asia/Kathmandu', 4, false) $$,
    'only what is given is changed'
);

select * from finish();
rollback;
