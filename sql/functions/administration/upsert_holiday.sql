-- Called by booking_v1.upsert_holiday only. Locks the tenant's resources, exclusively. Writes holiday and
-- holiday_resource.
create or replace function booking.upsert_holiday(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_name text,
    p_starts_on date,
    p_ends_on date,
    p_kind text,
    p_is_yearly boolean,
    p_resource_ids uuid[],
    p_description text,
    p_holiday_id uuid
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
    v_holiday_id uuid;
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'upsert_holiday'
    );
    perform booking.check_name(p_name => p_name, p_argument => 'p_name');
    perform booking.check_date(p_date => p_starts_on, p_argument => 'p_starts_on');
    perform booking.check_argument(
        p_is_valid => coalesce(p_ends_on, p_starts_on) between p_starts_on and p_starts_on + 364,
        p_argument => 'p_ends_on', p_message => 'must be at most 364 days after p_starts_on, and not before it'
    );
    perform booking.check_argument(
        p_is_valid => p_kind in ('public_holiday', 'company_holiday', 'maintenance', 'other'),
        p_argument => 'p_kind', p_message => 'must be public_holiday, company_holiday, maintenance or other'
    );
    perform booking.check_text(p_text => p_description, p_argument => 'p_description', p_most => 2000);
    perform booking.lock_tenant_resources(p_tenant_id => p_tenant_id);
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids, p_argument => 'p_resource_ids'
    );

    -- without an id, the holiday of the same name and date is the one that is meant
    v_holiday_id := coalesce(
        p_holiday_id,
        (
            select h.holiday_id
            from booking.holiday as h
            where h.tenant_id = p_tenant_id and h.starts_on = p_starts_on and h.name = p_name
        ),
        gen_random_uuid()
    );
    perform booking.check_argument(
        p_is_valid => not exists (
            select
            from booking.holiday as h
            where
                h.tenant_id = p_tenant_id and h.starts_on = p_starts_on and h.name = p_name
                and h.holiday_id <> v_holiday_id
        ),
        p_argument => 'p_name', p_message => 'is that of another holiday on this date'
    );
    insert into booking.holiday
    (tenant_id, holiday_id, name, kind, starts_on, ends_on, is_yearly, all_resources, description)
    values (
        p_tenant_id, v_holiday_id, p_name, p_kind, p_starts_on, coalesce(p_ends_on, p_starts_on),
        coalesce(p_is_yearly, false), p_resource_ids is null, p_description
    )
    on conflict (tenant_id, holiday_id) do update
        set
            name = excluded.name, kind = excluded.kind, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, is_yearly = excluded.is_yearly,
            all_resources = excluded.all_resources, description = excluded.description;
    delete from booking.holiday_resource as x
    where x.tenant_id = p_tenant_id and x.holiday_id = v_holiday_id;
    insert into booking.holiday_resource (tenant_id, holiday_id, resource_id)
    select distinct p_tenant_id, v_holiday_id, i.id
    from unnest(p_resource_ids) as i (id);
    return v_holiday_id;
end
$function$;

comment on function booking.upsert_holiday(
    uuid, booking.actor, text, date, date, text, boolean, uuid[], text, uuid
) is 'See booking_v1.upsert_holiday.';
