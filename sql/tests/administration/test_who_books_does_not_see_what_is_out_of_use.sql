begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
update booking.resource as r set is_active = false where r.resource_id = pg_temp.id('Ben');
call pg_temp.run(
    $$ select booking_v1.upsert_service('Perm', '02:00', p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben')]) $$
);
update booking.service as s set is_active = false where s.service_id = pg_temp.id('Cut');

create function pg_temp.seen_as(p_role text)
returns text
language plpgsql
as $function$
begin
    perform set_config('request.jwt.claims', json_build_object('role', p_role, 'sub', 'zoe')::text, true);
    return concat_ws(
        ' ', (select string_agg(r.name, ' ' order by r.name) from booking_v1.list_resources() as r),
        (select string_agg(s.name, ' ' order by s.name) from booking_v1.list_services(p_include_inactive => true) as s)
    );
end
$function$;

select is(pg_temp.seen_as(v.role), v.seen, v.role)
from (
    values ('anon', 'Ada Perm'), ('authenticated', 'Ada Perm'), ('service_role', 'Ada Ben Cut Perm')
) as v (role, seen);
select booking_v1.upsert_membership('zoe', 'staff');
select is(pg_temp.seen_as('authenticated'), 'Ada Ben Cut Perm', 'who works there does');

select * from finish();
rollback;
