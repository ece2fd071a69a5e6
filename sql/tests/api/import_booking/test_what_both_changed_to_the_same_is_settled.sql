begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
call pg_temp.have_brought('asked', '2026-06-08T08:00Z', 'pending');
call pg_temp.have_brought('moved', '2026-06-08T10:00Z');
call pg_temp.have_brought('handed over', '2026-06-08T12:00Z');
select booking_v1.confirm_booking('a', pg_temp.brought('asked'));
select booking_v1.reschedule_booking('m', pg_temp.brought('moved'), '2026-06-15T08:00Z');
select booking_v1.reschedule_booking('h', pg_temp.brought('handed over'), '2026-06-08T12:00Z', pg_temp.id('Grace'));
set local booking.now = '2026-06-01T06:00Z';

select is(pg_temp.became(o), 'confirmed 3 ["status"]', 'confirmed here, and there')
from pg_temp.bring('asked', '2026-06-08T08:00Z') as o;
select is(pg_temp.became(o), 'confirmed 3 again', 'once')
from pg_temp.bring('asked', '2026-06-08T08:00Z') as o;
select is(pg_temp.became(o), 'confirmed 4 ["ends_at", "starts_at"]', 'what changes there afterwards is followed')
from pg_temp.bring('asked', '2026-06-08T09:00Z') as o;
select is(pg_temp.became(o), 'confirmed 3 ["ends_at", "starts_at"]', 'moved to the same time')
from pg_temp.bring('moved', '2026-06-15T08:00Z') as o;
select is(pg_temp.became(o), 'confirmed 4 ["ends_at", "starts_at"]', 'and back there')
from pg_temp.bring('moved', '2026-06-08T10:00Z') as o;
select is(pg_temp.became(o), 'confirmed 3 ["resource_ids"]', 'given to the same person')
from pg_temp.bring('handed over', '2026-06-08T12:00Z', p_resource => 'Grace') as o;
select is(b.rescheduled_at, '2026-06-01T05:00Z', 'when that was is not forgotten')
from booking.booking as b
where b.booking_id = pg_temp.brought('handed over');
select is(pg_temp.became(o), 'cancelled 4 ["status"]', 'and cancelled there')
from pg_temp.bring('handed over', '2026-06-08T12:00Z', 'cancelled', p_resource => 'Grace') as o;
select is_empty(
    $$ select d.* from booking.find_tenant_problems() as d where d.tenant_id = pg_temp.id('shop') $$,
    'events of both kinds lead to what there is'
);

select * from finish();
rollback;
