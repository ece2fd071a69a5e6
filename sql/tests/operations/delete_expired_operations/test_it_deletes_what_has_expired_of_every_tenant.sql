begin;
select plan(8);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('old 1', '2026-06-08T07:00Z');
call pg_temp.have_booking('old 2', '2026-06-08T08:00Z');
call pg_temp.have_booking('old 3', '2026-06-08T09:00Z');
set local booking.now = '2026-06-02T04:59:59Z';
call pg_temp.have_booking('young', '2026-06-08T10:00Z');
call pg_temp.make_shop('patient', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.set_policy('idempotency_key_hours', 'null');
call pg_temp.make_shop('forgetful', p_people => '{Cem}', p_service => 'Trim');
call pg_temp.set_policy('idempotency_key_hours', '1');
insert into booking.booking_operation
(tenant_id, actor, idempotency_key, command, request_hash, status, outcome, created_at)
select pg_temp.id(t.name), 'x', 'x', 'x', 'x', 'completed', '{}', '2026-06-02T03:00Z'
from unnest('{patient,forgetful}'::text[]) as t (name);

set local booking.now = '2026-06-02T05:00Z';
select is(booking.run_in_tenants('delete_expired_operations', 2), 2, 'as many as it is asked to');
select is(booking.run_in_tenants('delete_expired_operations', 1000000), 2, 'and then the rest');
select is(booking.run_in_tenants('delete_expired_operations', 1000000), 0, 'and then none');
select bag_eq(
    $$
        select t.slug, o.idempotency_key
        from booking.booking_operation as o
        join booking.tenant as t on t.tenant_id = o.tenant_id
        where t.slug like 'pgtap-%'
    $$,
    $$ values ('pgtap-shop', 'young'), ('pgtap-patient', 'x') $$,
    'what is younger stays, and what never expires'
);
select is(count(e.operation_id), 4::bigint, 'the history still has the ids') from booking.booking_event as e
where e.tenant_id = pg_temp.id('shop');
call pg_temp.enter_shop('shop');
select is(pg_temp.bookings(), 4::bigint, 'and no booking is touched');
select is(o.replayed, true, 'a young key is still answered') from pg_temp.book('2026-06-08T10:00Z', 'young') as o;
select is(
    array[has_function_privilege('service_role', 'booking.delete_expired_operations(uuid, integer)', 'execute'),
        has_function_privilege('anon', 'booking.delete_expired_operations(uuid, integer)', 'execute')],
    '{f,f}', 'no client may call it'
);

select * from finish();
rollback;
