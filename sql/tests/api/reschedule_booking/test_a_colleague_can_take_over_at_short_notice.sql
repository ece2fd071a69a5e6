begin;
select plan(6);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T09:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T09:00Z', pg_temp.id('Ben'));

create function pg_temp.give_to_ben(p_key text, p_starts_at timestamptz)
returns booking_v1.outcome
language sql
volatile
as $function$
    select o.*
    from booking_v1.reschedule_booking(
        gen_random_uuid()::text, pg_temp.booking_of(p_key), p_starts_at, pg_temp.id('Ben'),
        p_override_reason => 'Ada is ill'
    ) as o
$function$;

set local booking.now = '2026-06-08T06:30Z'; -- the notice is two hours
select is(pg_temp.answer(o), 'failed too_soon 400', 'another start needs its notice')
from pg_temp.give_to_ben('first', '2026-06-08T07:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'the same had it when it was booked')
from pg_temp.give_to_ben('first', '2026-06-08T08:00Z') as o;
select is(
    jsonb_path_query_array(o.details, '$.reasons[*].code'), '["slot_taken"]', 'where somebody is busy that is the reason'
)
from pg_temp.give_to_ben('second', '2026-06-08T09:00Z') as o;
select is(
    o.details #>> '{alternatives,0,starts_at}', '2026-06-08T10:00:00+00:00', 'and what is offered instead has its notice'
)
from pg_temp.give_to_ben('second', '2026-06-08T09:00Z') as o;
call pg_temp.set_policy('reschedule_deadline_hours', '0');
call pg_temp.set_policy('minimum_booking_notice_hours', '4');
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
call pg_temp.have_booking('hers', '2026-06-08T11:00Z', pg_temp.id('Ada'));
set local booking.now = '2026-06-08T08:00Z';
select is(pg_temp.answer(o), 'failed too_soon 400', 'for a customer another provider is a new wish')
from booking_v1.reschedule_booking(
    'she', pg_temp.booking_of('hers'), '2026-06-08T11:00Z', pg_temp.id('Ben')
) as o;
set local request.jwt.claims = '';
set local booking.now = '2026-06-08T09:00:01Z';
select is(pg_temp.answer(o), 'failed in_the_past 400', 'once it has begun it is too late')
from pg_temp.give_to_ben('second', '2026-06-08T09:00Z') as o;

select * from finish();
rollback;
