begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.remind('1440 min');
call pg_temp.dispatch();
delete from booking.tenant_secret where tenant_id = pg_temp.id('shop');

create temporary table token on commit drop as
select k.kind, pg_temp.content_of(k.kind) ->> 'unsubscribe_token' as text
from (values ('reminder'), ('booking_confirmed')) as k (kind);
grant select on token to public;
set local request.jwt.claims = '{"role": "anon"}';
select results_eq(
    $$ select u.kind from token as t cross join lateral booking_v1.unsubscribe(t.text) as u where t.kind = 'reminder' $$,
    array['reminder'], 'that of a reminder, from reminders'
);
select results_eq(
    $$ select u.kind from token as t cross join lateral booking_v1.unsubscribe(t.text) as u where t.kind <> 'reminder' $$,
    array[null::text], 'that of a confirmation, from all that is optional'
);
set local request.jwt.claims = '{"role": "service_role"}';
select is(pg_temp.content_of('reminder'), null, 'and then none is sent');

select * from finish();
rollback;
