begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
update booking.service set buffer_after = '00:15' where service_id = pg_temp.id('Cut');

select is(pg_temp.became(o), 'confirmed 1', 'of the past one')
from pg_temp.bring('1', '2020-06-08T08:00Z') as o;
select is(pg_temp.became(o), 'confirmed 1', 'may follow the other')
from pg_temp.bring('2', '2020-06-08T09:00Z') as o;
call pg_temp.have_brought('3', '2026-06-08T08:00Z');
select is(pg_temp.became(o), 'confirmed 2 ["notes"]', 'nor when a remark is added')
from pg_temp.bring('3', '2026-06-08T08:00Z', p_notes => 'by bicycle') as o;
select is(pg_temp.answer(o), 'failed slot_taken 409', 'of what is to come not')
from pg_temp.bring('4', '2026-06-08T09:00Z') as o;
select is(pg_temp.answer(o), 'completed 200', 'a system without buffers')
from pg_temp.bring('5', '2026-06-15T08:00Z', p_with_buffers => false) as o;
select is(pg_temp.answer(o), 'completed 200', 'has them one after the other')
from pg_temp.bring('6', '2026-06-15T09:00Z', p_with_buffers => false) as o;


select is(
    pg_temp.became(o), 'confirmed 3 ["with_buffers"]',
    'what took its buffers gives them back when it is imported without'
)
from pg_temp.bring('3', '2026-06-08T08:00Z', p_with_buffers => false, p_notes => 'by bicycle') as o;
select is(pg_temp.became(o), 'confirmed 1', 'and what was refused for them is imported')
from pg_temp.bring('4', '2026-06-08T09:00Z', p_with_buffers => false) as o;
select is(pg_temp.became(o), 'confirmed 3 again', 'once')
from pg_temp.bring('3', '2026-06-08T08:00Z', p_with_buffers => false, p_notes => 'by bicycle') as o;

select * from finish();
rollback;
