begin;
select plan(2);

insert into booking.tenant (tenant_id, slug, name, time_zone)
values ('10000000-0000-0000-0000-000000000001', 'salon', 'Salon', 'Europe/Berlin');
insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
values
    ('10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', 'staff', 'Ada', 'Europe/Berlin');
insert into booking.service
    (tenant_id, service_id, name, duration, slot_interval)
values
    (
        '10000000-0000-0000-0000-000000000001', '30000000-0000-0000-0000-000000000001', 'Cut',
        '01:00', '01:00'
    );
insert into booking.requirement (tenant_id, service_id)
values ('10000000-0000-0000-0000-000000000001', '30000000-0000-0000-0000-000000000001');
insert into booking.requirement_resource (tenant_id, service_id, resource_id)
select r.tenant_id, '30000000-0000-0000-0000-000000000001', r.resource_id
from booking.resource as r
where r.tenant_id = '10000000-0000-0000-0000-000000000001';
insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
select r.tenant_id, r.resource_id, h.weekday, h.start_time::time, h.end_time::time
from booking.resource as r
cross join (
    values
        (1, '09:00', '17:00')
) as h (weekday, start_time, end_time)
where r.tenant_id = '10000000-0000-0000-0000-000000000001';

set local booking.chosen_tenant = 'salon';
set local timezone = 'UTC';
set local booking.now = '2026-06-01T05:00Z';

insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (
    '10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', '2026-06-08 10:30',
    '2026-06-08 11:30'
);

select is(
    array[o.status, o.code, o.http_status::text], array['failed', 'time_off', '400'],
    'time_off'
)
from booking_v1.create_booking(
    p_idempotency_key => 'k1',
    p_service_id => '30000000-0000-0000-0000-000000000001',
    p_starts_at => '2026-06-08T08:00Z'
) as o;
select is_empty(
    $$ select b.booking_id from booking.booking as b where b.tenant_id = '10000000-0000-0000-0000-000000000001' $$,
    'nothing is booked'
);

select * from finish();
rollback;
