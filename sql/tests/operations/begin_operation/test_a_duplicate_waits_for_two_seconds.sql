begin;
select plan(1);

-- That it gives up, and what it says then, is tested with less patience: see tests/test_concurrency.py.
select is(
    (select c.setting from unnest(p.proconfig) as c (setting) where c.setting like 'lock_timeout=%'),
    'lock_timeout=2s', 'and no longer, or the client has given up before'
)
from pg_catalog.pg_proc as p
where p.oid = 'booking.begin_operation'::regproc;

select * from finish();
rollback;
