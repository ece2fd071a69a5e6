begin;
select plan(1);

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

insert into booking.policy_setting (tenant_id, policy_name, value)
values ('10000000-0000-0000-0000-000000000001', 'advance_booking_limit_days', 'null');

select is(
    (
        select count(*)
        from booking_v1.available_slots(
            p_service_id => '30000000-0000-0000-0000-000000000001',
            p_from => '2028-05-29T00:00Z',
            p_to => '2028-05-30T00:00Z'
        )
    ),
    8::bigint,
    'a Monday two years ahead'
);

select * from finish();
rollback;
