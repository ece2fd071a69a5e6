-- An office in Kathmandu with two meeting rooms and four equal bicycles. Can be loaded again.

do $do$
declare
    v_week jsonb := (
        select jsonb_object_agg(d.weekday, '{"is_open": true, "start_time": "08:00", "end_time": "20:00"}'::jsonb)
        from generate_series(0, 5) as d (weekday)
    );
    v_resource record;
begin
    if exists (select from booking_v1.list_tenants() as t where t.slug = 'rooms') then
        return;
    end if;
    perform booking_v1.upsert_tenant(
        p_slug => 'rooms', p_name => 'Office Kathmandu', p_time_zone => 'Asia/Kathmandu',
        p_tenant_id => '40000000-0000-4000-8000-000000000001'
    );
    perform set_config('booking.chosen_tenant', 'rooms', true);
    for v_resource in
        select r.resource_id::uuid, r.kind, r.name, r.units
        from (
            values
            ('40000000-0000-4000-8000-0000000000b1', 'room', 'Annapurna', 1),
            ('40000000-0000-4000-8000-0000000000b2', 'room', 'Sagarmatha', 1),
            ('40000000-0000-4000-8000-0000000000b3', 'equipment', 'Bicycle', 4)
        ) as r (resource_id, kind, name, units)
    loop
        perform booking_v1.upsert_resource(
            p_name => v_resource.name, p_kind => v_resource.kind, p_units => v_resource.units,
            p_resource_id => v_resource.resource_id
        );
        perform booking_v1.set_weekly_hours(p_resource_id => v_resource.resource_id, p_hours => v_week);
    end loop;
    perform booking_v1.upsert_service(
        p_name => 'Meeting room', p_duration => '01:00', p_allowed_durations => '{00:30,02:00,04:00}',
        p_slot_interval => '00:30', p_currency => 'NPR', p_max_party_size => 12,
        p_resource_ids => array(
            select r.resource_id
            from booking_v1.list_resources() as r
            where r.kind = 'room'
        ),
        p_service_id => '40000000-0000-4000-8000-0000000000a1'
    );
end
$do$;
