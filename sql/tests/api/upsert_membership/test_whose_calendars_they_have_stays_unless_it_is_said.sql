begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.resources_after(p_role text, p_resource_ids uuid[])
returns uuid[]
language plpgsql
as $function$
begin
    perform booking_v1.upsert_membership('sam', p_role, p_resource_ids);
    return (select m.resource_ids from booking_v1.list_memberships() as m where m.subject = 'sam');
end
$function$;

select is(pg_temp.resources_after('staff', array[pg_temp.id('Ada')]), array[pg_temp.id('Ada')], 'they get one');
select is(pg_temp.resources_after('admin', null), array[pg_temp.id('Ada')], 'and keep it as something else');
select is(pg_temp.resources_after('admin', '{}'), '{}', 'until it is said that they have none');

select * from finish();
rollback;
