begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');

create temporary table made on commit drop as
select u.service_id
from booking_v1.upsert_service('Shave', '00:30', p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Grace')]) as u;
create procedure pg_temp.change(p_resource_ids uuid[])
language plpgsql
as $procedure$
begin
    perform booking_v1.upsert_service('Shave', '00:30', p_resource_ids => p_resource_ids, p_service_id => m.service_id)
    from made as m;
end
$procedure$;

create function pg_temp.resources()
returns uuid[]
language sql
stable
as $function$
    select s.resource_ids
    from booking_v1.list_services() as s
    join made as m on m.service_id = s.service_id
$function$;

call pg_temp.change(null);
select is(cardinality(pg_temp.resources()), 2, 'null keeps them');
call pg_temp.change(array[pg_temp.id('Grace'), pg_temp.id('Grace')]);
select is(pg_temp.resources(), array[pg_temp.id('Grace')], 'a list replaces them');
call pg_temp.change('{}');
select is(pg_temp.resources(), '{}', 'an empty list leaves none');

select * from finish();
rollback;
