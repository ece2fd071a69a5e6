begin;
select plan(10);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values
(pg_temp.id('shop'), 'desk', 'staff', booking.now()), (pg_temp.id('shop'), 'boss', 'owner', booking.now());
call pg_temp.have_booking('later', '2026-06-08T13:00Z');

create procedure pg_temp.come_as(p_subject text)
language sql
as $procedure$
    select set_config(
        'request.jwt.claims', json_build_object('role', 'authenticated', 'sub', p_subject)::text, true
    )
$procedure$;

set local booking.now = '2026-06-08T08:55Z'; -- the notice is two hours
call pg_temp.come_as('desk');
select is(pg_temp.answer(o), 'failed too_soon 400', 'without one it is as for everybody')
from pg_temp.book('2026-06-08T09:00Z') as o;

set local request.jwt.claims = '';
call pg_temp.set_policy('member_booking_notice_hours', '0');
select is(pg_temp.answer(o), 'failed too_soon 400', 'applications have their customers'' notice')
from pg_temp.book('2026-06-08T09:00Z') as o;
call pg_temp.come_as('zoe');
select is(pg_temp.answer(o), 'failed too_soon 400', 'and customers theirs')
from pg_temp.book('2026-06-08T09:00Z') as o;

call pg_temp.come_as('desk');
select is(
    (select min(s.starts_at) from pg_temp.starts('2026-06-08', '2026-06-09') as s (starts_at)),
    '2026-06-08T09:00Z', 'who works there is offered the next start'
);
select is_empty(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T09:00Z') as e $$,
    'which nothing speaks against'
);
select is_empty(
    $$ select v.code from booking_v1.validate_appointment_timing(pg_temp.id('Cut'), '2026-06-08T09:00Z') as v $$,
    'nor any rule of time'
);
select is(
    (select c.status from booking_v1.slot_calendar(pg_temp.id('Cut'), '2026-06-08T09:00Z', '2026-06-08T10:00Z') as c),
    'available', 'and which the calendar shows as available'
);
select is(pg_temp.answer(o), 'completed 200', 'and books it') from pg_temp.book('2026-06-08T09:00Z') as o;
call pg_temp.come_as('boss');
select is(pg_temp.answer(o), 'completed 200', 'or moves a booking there')
from booking_v1.reschedule_booking('boss', pg_temp.booking_of('later'), '2026-06-08T10:00Z') as o;
select is(pg_temp.answer(o), 'failed in_the_past 400', 'what has begun is past for them too')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
