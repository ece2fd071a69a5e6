begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');
create function pg_temp.codes()
returns text[]
language sql
stable
as $function$
    select array(
        select v.code from booking_v1.validate_appointment_timing(pg_temp.id('Cut'), '2026-06-08T08:00Z') as v
    )
$function$;

select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08')::text;
select is(pg_temp.codes(), '{}', 'one is away, the other is there');
select is(pg_temp.answer(o), 'completed 200', 'and booked')
from pg_temp.book('2026-06-08T08:00Z') as o;
select is(pg_temp.codes(), '{}', 'which is no rule of time');

select * from finish();
rollback;
