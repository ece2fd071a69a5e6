begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.have_booking('here', '2026-06-08T08:00Z');

select is(pg_temp.answer(o), 'failed slot_taken 409', 'refused')
from pg_temp.bring('4711', '2026-06-08T08:00Z') as o;
select is_empty(
    $$ select c.* from booking.customer as c where c.tenant_id = pg_temp.id('shop') $$, 'nobody was added for it'
);
select booking_v1.cancel_booking('c', pg_temp.booking_of('here'));
select is(pg_temp.became(o), 'confirmed 1', 'once its cause is gone, the same row is imported')
from pg_temp.bring('4711', '2026-06-08T08:00Z') as o;
set local booking.on_refusal = 'raise';
select throws_ok(
    $$ select pg_temp.bring('4712', '2026-06-08T08:30Z') $$, 'PT409', 'slot_taken', 'who wants exceptions gets one'
);

select * from finish();
rollback;
