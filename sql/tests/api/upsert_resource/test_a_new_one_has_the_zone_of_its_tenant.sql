begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.resource_id from booking_v1.upsert_resource('Chair', 'equipment', p_units => 4) as u;
select results_eq(
    $$
        select l.name, l.kind, l.time_zone, l.units, l.is_active
        from booking_v1.list_resources() as l
        join made as m on m.resource_id = l.resource_id
    $$,
    $$ values ('Chair', 'equipment', 'Europe/Berlin', 4, true) $$,
    'what is not given has its default'
);

select * from finish();
rollback;
