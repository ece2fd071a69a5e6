begin;
select plan(20);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
call pg_temp.have_brought('moved', '2026-06-08T08:00Z');
call pg_temp.have_brought('cancelled', '2026-06-08T09:00Z');
call pg_temp.have_brought('asked', '2026-06-08T10:00Z', 'pending');
call pg_temp.have_brought('earlier', '2026-06-22T12:00Z');
select pg_temp.bring('given', '2026-06-29T08:00Z', p_resource => 'Grace');
select booking_v1.reschedule_booking('g', pg_temp.brought('given'), '2026-06-29T08:00Z', pg_temp.id('Ada'));
select booking_v1.delete_resource(pg_temp.id('Grace'));
select booking_v1.reschedule_booking('m', pg_temp.brought('moved'), '2026-06-15T08:00Z');
select booking_v1.cancel_booking('c', pg_temp.brought('cancelled'));
select booking_v1.confirm_booking('a', pg_temp.brought('asked'));
select booking_v1.reschedule_booking('e', pg_temp.brought('earlier'), '2026-06-22T08:00Z');

select is(pg_temp.became(o), 'confirmed 2 again', 'the old file leaves it where it was moved')
from pg_temp.bring('moved', '2026-06-08T08:00Z') as o;
select is(pg_temp.became(o), 'cancelled 2 again', 'and does not bring back what was cancelled')
from pg_temp.bring('cancelled', '2026-06-08T09:00Z') as o;
select is(pg_temp.became(o), 'confirmed 2 again', 'nor takes a promise back')
from pg_temp.bring('asked', '2026-06-08T10:00Z', 'pending') as o;
select is(pg_temp.became(o), 'confirmed 2 again', 'nor asks for who was deleted here')
from pg_temp.bring('given', '2026-06-29T08:00Z', p_resource => 'Grace') as o;
select is(pg_temp.became(o), 'confirmed 3 ["notes"]', 'a remark that was added there comes, without the time')
from pg_temp.bring('moved', '2026-06-08T08:00Z', p_notes => 'on foot') as o;
select is(pg_temp.became(o), 'confirmed 4 ["notes"]', 'and so does the next one')
from pg_temp.bring('moved', '2026-06-08T08:00Z', p_notes => 'by boat') as o;
select is(
    (select b.starts_at from booking_v1.get_booking(pg_temp.brought('moved')) as b), '2026-06-15T08:00Z',
    'it is still there'
);
select is(pg_temp.became(o), 'confirmed 3 ["notes"]', 'one for what was moved to an earlier time, too')
from pg_temp.bring('earlier', '2026-06-22T12:00Z', p_notes => 'by bicycle') as o;
select is(pg_temp.became(o), 'confirmed 4 version_conflict', 'moved here and there is for people to settle')
from pg_temp.bring('moved', '2026-06-08T11:00Z') as o;
select is(pg_temp.became(o), 'cancelled 2 version_conflict', 'as is what was moved there and cancelled here')
from pg_temp.bring('cancelled', '2026-06-08T11:00Z') as o;
select is(pg_temp.became(o), 'confirmed 5 ["notes"]', 'who have moved it to the same time agree')
from pg_temp.bring('moved', '2026-06-15T08:00Z', p_notes => 'by bicycle') as o;

call pg_temp.have_brought('given up', '2026-06-08T12:00Z');
select booking_v1.reschedule_booking('n', pg_temp.brought('given up'), '2026-06-15T12:00Z');
select is(pg_temp.became(o), 'confirmed 2 version_conflict', 'cancelled there and moved here is for people to settle')
from pg_temp.bring('given up', '2026-06-08T12:00Z', 'cancelled') as o;
select booking_v1.cancel_booking('u', pg_temp.brought('given up'));
select is(pg_temp.became(o), 'cancelled 4 ["status"]', 'who cancel it here as well agree')
from pg_temp.bring('given up', '2026-06-08T12:00Z', 'cancelled') as o;
select is(pg_temp.became(o), 'cancelled 5 ["notes"]', 'and what else changes there comes')
from pg_temp.bring('given up', '2026-06-08T12:00Z', 'cancelled', p_notes => 'on foot') as o;
select is(
    pg_temp.became(o), 'cancelled 3 ["ends_at", "starts_at", "status"]',
    'as do who cancel there what was moved there and cancelled here'
)
from pg_temp.bring('cancelled', '2026-06-08T11:00Z', 'cancelled') as o;
select is(
    (select array_agg(b.starts_at order by b.starts_at) from booking_v1.list_bookings(p_status => 'cancelled') as b),
    '{2026-06-08T09:00Z,2026-06-15T12:00Z}', 'both stay where they were here'
);

update booking.claim set ends_at = ends_at + interval '10 min' where booking_id = pg_temp.brought('asked');
select is(pg_temp.became(o), 'confirmed 2 again', 'what it takes since it was confirmed here, it keeps')
from pg_temp.bring('asked', '2026-06-08T10:00Z', 'pending', p_with_buffers => false) as o;

select booking_v1.upsert_customer(p_customer_id => c.customer_id, p_email => 'zoe@example.org')
from booking_v1.list_customers() as c;
select is(pg_temp.became(o), 'confirmed 2 again', 'who has another address here')
from pg_temp.bring('asked', '2026-06-08T10:00Z', 'pending') as o;
select is((select count(*) from booking_v1.list_customers()), 1::bigint, 'is not added with the old one');

select is_empty(
    $$ select d.* from booking.find_tenant_problems() as d where d.tenant_id = pg_temp.id('shop') $$,
    'events of both kinds lead to what there is'
);

select * from finish();
rollback;
