begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('access_log_days', '30');
call pg_temp.make_shop('patient', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.set_policy('access_log_days', 'null');
insert into booking.personal_data_access
(tenant_id, accessed_at, actor_role, actor_subject, function_name, customer_ids, row_count)
select pg_temp.id(s.name), t.at, 'staff', 'sam', 'list_bookings', '{}', 1
from unnest('{shop,patient}'::text[]) as s (name)
cross join unnest('{2026-05-01T04:59Z,2026-05-01T04:59Z,2026-05-02T04:59Z,2026-05-02T05:00Z}'::timestamptz[]) as t (at);

select is(booking.run_in_tenants('delete_old_accesses', 1), 1, 'as many as it is asked to');
select is(booking.run_in_tenants('delete_old_accesses', 1000000), 2, 'then the rest');
select bag_eq(
    $$
        select t.slug, a.accessed_at
        from booking.personal_data_access as a
        join booking.tenant as t on t.tenant_id = a.tenant_id
    $$,
    $$
        values
            ('pgtap-shop', '2026-05-02T05:00Z'::timestamptz), ('pgtap-patient', '2026-05-01T04:59Z'),
            ('pgtap-patient', '2026-05-01T04:59Z'),
            ('pgtap-patient', '2026-05-02T04:59Z'), ('pgtap-patient', '2026-05-02T05:00Z')
    $$,
    'what is younger stays, and what never grows old'
);
select is(
    has_function_privilege('service_role', 'booking.delete_old_accesses(uuid, integer)', 'execute'), false,
    'no client may call it'
);

select * from finish();
rollback;
