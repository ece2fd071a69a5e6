begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.have_brought('moved', '2026-06-08T08:00Z');
call pg_temp.have_brought('cancelled', '2026-06-08T09:00Z');
call pg_temp.have_brought('asked', '2026-06-08T10:00Z', 'pending');
select booking_v1.reschedule_booking('m', pg_temp.brought('moved'), '2026-06-15T08:00Z');
select booking_v1.cancel_booking('c', pg_temp.brought('cancelled'));
select booking_v1.confirm_booking('a', pg_temp.brought('asked'));

select is(pg_temp.became(o), 'confirmed 2 again', 'the old file leaves it where it was moved')
from pg_temp.bring('moved', '2026-06-08T08:00Z') as o;
select is(pg_temp.became(o), 'cancelled 2 again', 'and does not bring back what was cancelled')
from pg_temp.bring('cancelled', '2026-06-08T09:00Z') as o;
select is(pg_temp.became(o), 'confirmed 2 again', 'nor takes a promise back')
from pg_temp.bring('asked', '2026-06-08T10:00Z', 'pending') as o;
select is(pg_temp.became(o), 'confirmed 2 version_conflict', 'moved here and there is for people to settle')
from pg_temp.bring('moved', '2026-06-08T11:00Z') as o;
select is(pg_temp.became(o), 'cancelled 2 version_conflict', 'as is what was moved there and cancelled here')
from pg_temp.bring('cancelled', '2026-06-08T11:00Z') as o;
select is(pg_temp.became(o), 'confirmed 3 ["notes"]', 'who have moved it to the same time agree')
from pg_temp.bring('moved', '2026-06-15T08:00Z', p_notes => 'by bicycle') as o;

select * from finish();
rollback;
