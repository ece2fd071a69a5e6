begin;
select plan(4);

select is(
    (select count(*) from booking.job as j where j.function_name = k.function_name and j.is_of_each_tenant), 1::bigint,
    k.what
)
from (
    values
    ('delete_expired_operations', 'what idempotency keys have led to'), ('delete_full_buckets', 'who asked how often'),
    ('erase_inactive_customers', 'customers'), ('delete_old_accesses', 'who has read of them')
) as k (function_name, what);

select * from finish();
rollback;
