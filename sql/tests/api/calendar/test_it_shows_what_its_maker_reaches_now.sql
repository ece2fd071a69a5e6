begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
select booking_v1.upsert_membership('ada', 'staff', array[pg_temp.id('Ada')]);
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
set local role authenticated;
select set_config('test.token', f.token, true)
from booking_v1.create_calendar_feed(p_resource_id => md5('pgbooking test Ada')::uuid) as f;
reset role;
set local request.jwt.claims = '';

create function pg_temp.answer_of_feed()
returns text
language sql
volatile
as $function$
    select pg_temp.error_of('select booking_v1.calendar(current_setting(''test.token''))')
$function$;

select is(pg_temp.answer_of_feed(), 'no error', 'her own calendar');
select booking_v1.upsert_membership('ada', 'staff', '{}');
select is(pg_temp.answer_of_feed(), '404 not_found p_token', 'which is not hers any more');
select booking_v1.upsert_membership('ada', 'admin', '{}');
select is(pg_temp.answer_of_feed(), 'no error', 'admins reach all');
select booking_v1.delete_membership('ada');
select is(pg_temp.answer_of_feed(), '404 not_found p_token', 'nobody is left to show it to');
select booking_v1.upsert_membership('oda', 'owner');
set local request.jwt.claims = '{"role": "authenticated", "sub": "oda"}';
set local role authenticated;
select set_config('test.token', f.token, true)
from booking_v1.create_calendar_feed(p_resource_id => md5('pgbooking test Ada')::uuid) as f;
reset role;
set local request.jwt.claims = '';
select is(pg_temp.answer_of_feed(), 'no error', 'an owner reaches all');
select booking_v1.delete_membership('oda');
select is(pg_temp.answer_of_feed(), '404 not_found p_token', 'while they are one');

select * from finish();
rollback;
