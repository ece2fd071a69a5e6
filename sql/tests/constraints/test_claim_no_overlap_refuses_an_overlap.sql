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

insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
values (
    '10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', 1,
    '2026-06-01T08:00Z', '2026-06-01T09:00Z', gen_random_uuid()
);

select throws_ok(
    $$
        insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
        values ('10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', 1, '2026-06-01T08:59Z', '2026-06-01T10:00Z', gen_random_uuid())
    $$,
    '23P01', null, 'one minute of overlap is refused'
);
select lives_ok(
    $$
        insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
        values ('10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', 1, '2026-06-01T09:00Z', '2026-06-01T10:00Z', gen_random_uuid())
    $$,
    'claims that touch are no overlap'
);

select * from finish();
rollback;
