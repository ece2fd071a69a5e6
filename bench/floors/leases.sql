-- The same two writes with nothing around them: no tenants, no concurrency, no log.
with due as materialized (
    select m.message_id
    from bench.message as m
    where m.status = 'queued' and m.due_at <= now()
    order by m.due_at
    limit 1
    for update skip locked
)

update bench.message as m
set status = 'leased', lease_id = gen_random_uuid()
from due as d
where m.message_id = d.message_id
returning m.message_id, m.lease_id \gset
update bench.message
set status = 'done', lease_id = null, finished_at = now()
where message_id = cast(:message_id as uuid) and lease_id = cast(:lease_id as uuid)
returning 1 as is_heard \gset
