-- A hair salon in Berlin with three stylists. Can be loaded again: what is there stays.

do $do$
declare
    v_names text[] := array['Mia', 'Jonas', 'Elif'];
    v_morning_and_afternoon jsonb := '[
        {"start_time": "09:00", "end_time": "12:30"}, {"start_time": "13:30", "end_time": "18:00"}
    ]';
    v_resource_ids uuid[];
begin
    if exists (select from booking_v1.list_tenants() as t where t.slug = 'salon') then
        return;
    end if;
    perform booking_v1.upsert_tenant(
        p_slug => 'salon', p_name => 'Salon Schnitt', p_time_zone => 'Europe/Berlin',
        p_tenant_id => '5a100000-0000-4000-8000-000000000001'
    );
    perform set_config('booking.chosen_tenant', 'salon', true);
    perform booking_v1.import_opening_hours('{
        "1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"},
        "2": {"is_open": true, "start_time": "09:00", "end_time": "18:00"},
        "3": {"is_open": true, "start_time": "09:00", "end_time": "18:00"},
        "4": {"is_open": true, "start_time": "09:00", "end_time": "18:00"},
        "5": {"is_open": true, "start_time": "09:00", "end_time": "18:00"},
        "6": {"is_open": true, "start_time": "09:00", "end_time": "14:00"},
        "0": {"is_open": false}
    }');
    for i in 1..3 loop
        v_resource_ids[i] := format('5a100000-0000-4000-8000-0000000000b%s', i);
        perform booking_v1.upsert_resource(
            p_name => v_names[i], p_kind => 'staff', p_resource_id => v_resource_ids[i],
            p_contact_id => (
                select c.customer_id
                from booking_v1.upsert_customer(
                    p_name => v_names[i], p_email => lower(v_names[i]) || '@example.com'
                ) as c
            )
        );
        -- Monday to Friday, and one of these days off
        perform booking_v1.set_weekly_hours(
            p_resource_id => v_resource_ids[i],
            p_hours => (
                select jsonb_object_agg(d.weekday, v_morning_and_afternoon)
                from generate_series(1, 5) as d (weekday)
                where d.weekday <> i
            )
        );
    end loop;
    perform booking_v1.upsert_service(
        p_name => 'Cut', p_duration => '00:45', p_resource_ids => v_resource_ids,
        p_slot_interval => '00:30', p_buffer_after => '00:15', p_price => 42.00,
        p_service_id => '5a100000-0000-4000-8000-0000000000a1'
    );
    perform booking_v1.upsert_service(
        p_name => 'Dye and cut', p_duration => '02:00', p_resource_ids => v_resource_ids,
        p_slot_interval => '00:30', p_buffer_after => '00:15', p_price => 128.00,
        p_service_id => '5a100000-0000-4000-8000-0000000000a2'
    );
end
$do$;
