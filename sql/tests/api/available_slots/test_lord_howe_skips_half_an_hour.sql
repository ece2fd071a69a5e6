begin;
select plan(1);

insert into booking.tenant (tenant_id, slug, name, time_zone)
values ('10000000-0000-0000-0000-000000000001', 'salon', 'Salon', 'Australia/Lord_Howe');
insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
values
    (
        '10000000-0000-0000-0000-000000000001', '20000000-0000-0000-0000-000000000001', 'staff', 'Ada',
        'Australia/Lord_Howe'
    );
insert into booking.service
    (tenant_id, service_id, name, duration, slot_interval)
values
    (
        '10000000-0000-0000-0000-000000000001', '30000000-0000-0000-0000-000000000001', 'Cut',
        '00:30', '00:30'
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
        (0, '01:00', '04:00')
) as h (weekday, start_time, end_time)
where r.tenant_id = '10000000-0000-0000-0000-000000000001';

set local booking.chosen_tenant = 'salon';
set local timezone = 'UTC';
set local booking.now = '2026-09-30T00:00Z';

select results_eq(
    $$
        select l.starts_at
        from booking_v1.available_slots(
            p_service_id => '30000000-0000-0000-0000-000000000001',
            p_from => '2026-10-03T12:00Z',
            p_to => '2026-10-04T12:00Z'
        ) as l
    $$,
    $$
        values
            ('2026-10-03T14:30Z'::timestamptz),
            ('2026-10-03T15:00Z'::timestamptz),
            ('2026-10-03T15:30Z'::timestamptz),
            ('2026-10-03T16:00Z'::timestamptz),
            ('2026-10-03T16:30Z'::timestamptz)
    $$,
    'no start at 02:00'
);

select * from finish();
rollback;
