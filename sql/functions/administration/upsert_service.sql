-- Called by booking_v1.upsert_service only. Locks as lock_service_resources does. Writes service, requirement and
-- requirement_resource.
create or replace function booking.upsert_service(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_name text,
    p_duration interval,
    p_resource_ids uuid[],
    p_slot_interval interval,
    p_slot_offset interval,
    p_buffer_before interval,
    p_buffer_after interval,
    p_allowed_durations interval[],
    p_price numeric,
    p_currency text,
    p_max_party_size integer,
    p_requires_confirmation boolean,
    p_is_active boolean,
    p_description text,
    p_service_id uuid,
    p_is_public boolean
)
returns uuid
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_service_id uuid := coalesce(p_service_id, gen_random_uuid());
    v_new booking.service;
    v_allowed_durations interval[] := case when p_allowed_durations is not null then array(
        select booking.elapsed_time(d.duration)
        from unnest(p_allowed_durations) with ordinality as d (duration, rank)
        order by d.rank
    ) end;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_service'
    );
    perform booking.lock_tenant(p_tenant_id);
    perform booking.check_resources( -- before a list of any length is looked up to be locked
        p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids, p_argument => 'p_resource_ids'
    );
    perform booking.lock_service_resources(
        p_tenant_id => p_tenant_id, p_service_id => v_service_id, p_resource_ids => p_resource_ids
    );
    -- what is not given stays as it is, and is the default of a new service
    select s.* into v_new
    from booking.service as s
    where s.tenant_id = p_tenant_id and s.service_id = v_service_id;
    v_new.tenant_id := p_tenant_id;
    v_new.service_id := v_service_id;
    v_new.name := p_name;
    v_new.duration := booking.elapsed_time(p_duration);
    v_new.description := nullif(coalesce(p_description, v_new.description), '');
    v_new.allowed_durations := coalesce(v_allowed_durations, v_new.allowed_durations, '{}');
    v_new.slot_interval := coalesce(booking.elapsed_time(p_slot_interval), v_new.slot_interval, '00:15');
    v_new.slot_offset := coalesce(booking.elapsed_time(p_slot_offset), v_new.slot_offset, '00:00');
    v_new.buffer_before := coalesce(booking.elapsed_time(p_buffer_before), v_new.buffer_before, '00:00');
    v_new.buffer_after := coalesce(booking.elapsed_time(p_buffer_after), v_new.buffer_after, '00:00');
    v_new.price := coalesce(p_price, v_new.price, 0);
    v_new.currency := coalesce(p_currency, v_new.currency, 'EUR');
    v_new.max_party_size := coalesce(p_max_party_size, v_new.max_party_size, 1);
    v_new.requires_confirmation := coalesce(p_requires_confirmation, v_new.requires_confirmation, false);
    v_new.is_active := coalesce(p_is_active, v_new.is_active, true);
    v_new.is_public := coalesce(p_is_public, v_new.is_public, true);
    perform booking.check_service(p_service => v_new);

    insert into booking.service
    select (v_new).*
    on conflict (tenant_id, service_id) do update
        set
            name = excluded.name, description = excluded.description, duration = excluded.duration,
            allowed_durations = excluded.allowed_durations, slot_interval = excluded.slot_interval,
            slot_offset = excluded.slot_offset, buffer_before = excluded.buffer_before,
            buffer_after = excluded.buffer_after, price = excluded.price, currency = excluded.currency,
            max_party_size = excluded.max_party_size,
            requires_confirmation = excluded.requires_confirmation, is_active = excluded.is_active,
            is_public = excluded.is_public;
    perform booking.assign_resources(
        p_tenant_id => p_tenant_id, p_service_id => v_service_id, p_resource_ids => p_resource_ids
    );
    return v_service_id;
end
$function$;

comment on function booking.upsert_service(
    uuid, booking.actor, text, interval, uuid[], interval, interval, interval, interval, interval[], numeric, text,
    integer, boolean, boolean, text, uuid, boolean
) is 'See booking_v1.upsert_service.';
