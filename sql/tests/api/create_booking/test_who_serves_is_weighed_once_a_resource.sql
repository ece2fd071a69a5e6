begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');
update booking.resource as r set units = 50 where r.tenant_id = pg_temp.id('shop');
set local track_functions = 'pl';

create function pg_temp.calls(p_name text)
returns bigint
language sql
volatile
as $function$
    select f.calls from pg_stat_xact_user_functions as f where f.schemaname = 'booking' and f.funcname = p_name
$function$;
select is(pg_temp.answer(o), 'completed 200', 'two people of fifty units each')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.calls('preference_at'), 2::bigint, 'each is asked for their preference once');
select is(pg_temp.calls('load_around'), 2::bigint, 'and for what they have to do');

select * from finish();
rollback;
