-- An office in Kathmandu with two meeting rooms and four equal bicycles. Can be loaded again.

do $do$
declare
    v_tenant_id uuid := '40000000-0000-4000-8000-000000000001';
    v_service_id uuid := '40000000-0000-4000-8000-0000000000a1';
    v_room record;
begin
    perform set_config('booking.tenant_id', v_tenant_id::text, true);
    if exists (select from booking.tenant as t where t.slug = 'rooms') then
        return;
    end if;
    insert into booking.tenant (tenant_id, slug, name, time_zone)
    values (v_tenant_id, 'rooms', 'Office Kathmandu', 'Asia/Kathmandu');
    insert into booking.service
    (
        tenant_id, service_id, name, duration, allowed_durations, slot_interval, price, currency,
        max_party_size
    )
    values (
        v_tenant_id, v_service_id, 'Meeting room', '01:00', '{00:30,02:00,04:00}', '00:30', 0, 'NPR', 12
    );
    insert into booking.requirement (tenant_id, service_id, name)
    values (v_tenant_id, v_service_id, 'room');
    for v_room in
        select r.resource_id::uuid, r.kind, r.name, r.units
        from (
            values
            ('40000000-0000-4000-8000-0000000000b1', 'room', 'Annapurna', 1),
            ('40000000-0000-4000-8000-0000000000b2', 'room', 'Sagarmatha', 1),
            ('40000000-0000-4000-8000-0000000000b3', 'equipment', 'Bicycle', 4)
        ) as r (resource_id, kind, name, units)
    loop
        insert into booking.resource (tenant_id, resource_id, kind, name, time_zone, units)
        values (
            v_tenant_id, v_room.resource_id, v_room.kind, v_room.name, 'Asia/Kathmandu', v_room.units
        );
        insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
        select v_tenant_id, v_room.resource_id, d.weekday, '08:00', '20:00'
        from generate_series(0, 5) as d (weekday);
        insert into booking.requirement_resource (tenant_id, service_id, resource_id)
        select v_tenant_id, v_service_id, v_room.resource_id
        where v_room.kind = 'room';
    end loop;
end
$do$;
