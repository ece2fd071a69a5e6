begin;
select plan(13);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Eve}');

create function pg_temp.booking_error(p_role text, p_scope text, p_resource text)
returns text
language sql
as $function$
    select pg_temp.error_of(
        format(
            'select booking.check_own_resource((%L, null, %L, null, array[%L::uuid], null)::booking.actor, %L)',
            p_role, p_scope, pg_temp.id('Ada'), pg_temp.id(p_resource)
        )
    )
$function$;

create function pg_temp.lock_error(p_scope text, p_resource_ids uuid[])
returns text
language sql
as $function$
    select pg_temp.error_of(
        format(
            'select booking.lock_tenant_resources(%L, %L, (null, null, %L, null, array[%L::uuid], null)::booking.actor)',
            pg_temp.id('shop'), p_resource_ids, p_scope, pg_temp.id('Ada')
        )
    )
$function$;

select is(pg_temp.booking_error(b.role, b.scope, b.resource), b.error, 'a booking of ' || b.what)
from (
    values
    ('staff', 'own', 'Ada', 'no error', 'staff with themselves'),
    ('staff', 'own', 'Eve', '403 not_allowed p_resource_id', 'staff with a colleague'),
    ('staff', 'own', null, '403 not_allowed p_resource_id', 'staff with anybody'),
    ('staff', 'all', 'Eve', 'no error', 'staff who may'),
    ('staff', 'all', null, 'no error', 'staff who may, with anybody'),
    ('customer', 'own', 'Eve', 'no error', 'a customer: own is what they book')
) as b (role, scope, resource, error, what);
select is(pg_temp.lock_error(k.scope, k.resource_ids), k.error, 'a change of ' || k.what)
from (
    values
    ('own', array[pg_temp.id('Ada')], 'no error', 'their own hours'),
    ('own', '{}', 'no error', 'no hours at all'),
    ('own', array[pg_temp.id('Ada'), pg_temp.id('Eve')], '403 not_allowed p_resource_id', 'a colleague''s, too'),
    ('own', array[pg_temp.id('Ada'), null], '403 not_allowed p_resource_id', 'their own and the shop''s'),
    ('own', null, '403 not_allowed p_resource_id', 'the shop''s'),
    ('all', array[pg_temp.id('Eve')], 'no error', 'a colleague''s, by who may'),
    ('all', null, 'no error', 'the shop''s, by who may')
) as k (scope, resource_ids, error, what);

select * from finish();
rollback;
