begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

create function pg_temp.ada_twice()
returns uuid[]
language sql
immutable
as $function$
    select array[pg_temp.id('Ada'), pg_temp.id('Ben'), pg_temp.id('Ada')]
$function$;

select is(pg_temp.error_of_call(c.function, c.arguments || ', p_resource_ids => pg_temp.ada_twice()'), 'no error', c.function)
from (
    values
    ('upsert_holiday', $$ 'Fair', '2026-06-08' $$), ('upsert_membership', $$ 'sam', 'staff' $$),
    ('upsert_service', $$ 'Colour', '01:00' $$)
) as c (function, arguments);

select * from finish();
rollback;
