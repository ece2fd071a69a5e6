-- Called by booking_v1.upsert_resource only. Locks the resource, exclusively, and the contact. Writes resource.
create or replace function booking.upsert_resource(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_name text,
    p_kind text,
    p_time_zone text,
    p_units integer,
    p_is_active boolean,
    p_resource_id uuid,
    p_contact_id uuid,
    p_has_contact boolean
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
    v_resource_id uuid := coalesce(p_resource_id, gen_random_uuid());
    v_old booking.resource;
    v_booking_ids uuid[];
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_resource'
    );
    perform booking.check_name(p_name => p_name, p_argument => 'p_name');
    perform booking.check_argument(
        p_is_valid => p_kind in ('staff', 'room', 'equipment'), p_argument => 'p_kind',
        p_message => 'must be staff, room or equipment'
    );
    if p_time_zone is not null then
        perform booking.check_time_zone(p_time_zone => p_time_zone, p_argument => 'p_time_zone');
    end if;
    perform booking.check_argument(
        p_is_valid => coalesce(p_units, 1) between 1 and 1000, p_argument => 'p_units',
        p_message => 'must be between 1 and 1000'
    );
    perform booking.check_argument(
        p_is_valid => p_contact_id is null or p_has_contact is distinct from false, p_argument => 'p_has_contact',
        p_message => 'must not be false beside p_contact_id'
    );
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id, p_resource_ids => array[v_resource_id]);
    perform c.customer_id
    from booking.customer as c
    where c.tenant_id = p_tenant_id and c.customer_id = p_contact_id and c.erased_at is null
    for key share;
    perform booking.check_found(
        p_is_found => p_contact_id is null or found, p_argument => 'p_contact_id', p_what => 'customer'
    );

    select array_agg(distinct k.booking_id) into v_booking_ids
    from booking.claim as k
    where
        k.tenant_id = p_tenant_id and k.resource_id = v_resource_id and k.unit > p_units
        and k.ends_at > booking.now();
    if v_booking_ids is not null then
        perform booking.raise_error(
            p_code => 'in_use',
            p_message => format('%s booking(s) to come take units above %s', cardinality(v_booking_ids), p_units),
            p_details => jsonb_build_object('argument', 'p_units', 'booking_ids', v_booking_ids[1:10]),
            p_hint => 'Reschedule or cancel these bookings first.'
        );
    end if;
    select r.* into v_old
    from booking.resource as r
    where r.tenant_id = p_tenant_id and r.resource_id = v_resource_id;
    if v_old.resource_id is null or (p_is_active and not v_old.is_active) then
        perform booking.check_resource_count(
            p_tenant_id => p_tenant_id, p_is_new => v_old.resource_id is null, p_is_active => coalesce(p_is_active, true)
        );
    end if;
    insert into booking.resource (tenant_id, resource_id, kind, name, time_zone, units, is_active, contact_id)
    select
        p_tenant_id, v_resource_id, p_kind, p_name, coalesce(p_time_zone, v_old.time_zone, t.time_zone),
        coalesce(p_units, v_old.units, 1), coalesce(p_is_active, v_old.is_active, true),
        case when p_has_contact is distinct from false then coalesce(p_contact_id, v_old.contact_id) end
    from booking.tenant as t
    where t.tenant_id = p_tenant_id
    on conflict (tenant_id, resource_id) do update
        set
            kind = excluded.kind, name = excluded.name, time_zone = excluded.time_zone,
            units = excluded.units, is_active = excluded.is_active, contact_id = excluded.contact_id;
    return v_resource_id;
end
$function$;

comment on function booking.upsert_resource(
    uuid, booking.actor, text, text, text, integer, boolean, uuid, uuid, boolean
) is 'See booking_v1.upsert_resource.';
