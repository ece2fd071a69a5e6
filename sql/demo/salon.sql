-- A hair salon in Berlin with three stylists. Can be loaded again: what is there stays.

do $do$
declare
    v_tenant_id uuid := '5a100000-0000-4000-8000-000000000001';
    v_names text[] := array['Ada', 'Grace', 'Linus'];
    v_resource_id uuid;
    v_service record;
begin
    perform set_config('booking.tenant_id', v_tenant_id::text, true);
    if exists (select from booking.tenant as t where t.slug = 'salon') then
        return;
    end if;
    insert into booking.tenant (tenant_id, slug, name, time_zone)
    values (v_tenant_id, 'salon', 'Salon Schnitt', 'Europe/Berlin');
    insert into booking.opening_hours (tenant_id, weekday, start_time, end_time)
    select v_tenant_id, d.weekday, '09:00', case d.weekday when 6 then '14:00'::time else '18:00' end
    from generate_series(1, 6) as d (weekday);
    for v_service in
        select s.service_id::uuid, s.name, s.duration::interval, s.price
        from (
            values
            ('5a100000-0000-4000-8000-0000000000a1', 'Cut', '00:45', 42.00),
            ('5a100000-0000-4000-8000-0000000000a2', 'Dye and cut', '02:00', 128.00)
        ) as s (service_id, name, duration, price)
    loop
        insert into booking.service
        (tenant_id, service_id, name, duration, slot_interval, buffer_after, price, currency)
        values (
            v_tenant_id, v_service.service_id, v_service.name, v_service.duration, '00:30', '00:15',
            v_service.price, 'EUR'
        );
        insert into booking.requirement (tenant_id, service_id, name)
        values (v_tenant_id, v_service.service_id, 'stylist');
    end loop;
    for i in 1..3 loop
        v_resource_id := format('5a100000-0000-4000-8000-0000000000b%s', i)::uuid;
        insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
        values (v_tenant_id, v_resource_id, 'staff', v_names[i], 'Europe/Berlin');
        insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time)
        select v_tenant_id, v_resource_id, d.weekday, w.start_time, w.end_time
        from generate_series(1, 5) as d (weekday)
        cross join (values ('09:00'::time, '12:30'::time), ('13:30', '18:00')) as w (start_time, end_time)
        where d.weekday <> i;
        insert into booking.requirement_resource (tenant_id, service_id, resource_id)
        select v_tenant_id, s.service_id, v_resource_id
        from booking.service as s
        where s.tenant_id = v_tenant_id;
    end loop;
end
$do$;
