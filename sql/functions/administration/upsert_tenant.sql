-- Called by booking_v1.upsert_tenant only. A new tenant is entered by the id it is going to have. Locks the
-- tenant's resources, exclusively: its zone is that of its opening hours. Writes tenant and
-- rate_limit.
create or replace function booking.upsert_tenant(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_slug text,
    p_name text,
    p_time_zone text,
    p_token_tenant_id uuid,
    p_language text
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
    v_tenant_id uuid := coalesce(p_tenant_id, gen_random_uuid());
begin
    perform booking.admit(
        p_tenant_id => v_tenant_id, p_actor => p_actor,
        p_function => 'upsert_tenant'
    );
    perform booking.check_token_tenant(p_tenant_id => p_tenant_id, p_token_tenant_id => p_token_tenant_id);
    perform booking.check_argument(
        p_is_valid => p_slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$', p_argument => 'p_slug',
        p_message => 'must be a DNS label: up to 63 of a-z, 0-9 and, within it, -'
    );
    perform booking.check_argument(
        p_is_valid => p_slug !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', p_argument => 'p_slug',
        p_message => 'must not look like an id'
    );
    perform booking.check_name(p_name => p_name, p_argument => 'p_name');
    perform booking.check_time_zone(p_time_zone => p_time_zone, p_argument => 'p_time_zone');
    if p_language is not null then
        perform booking.check_language(p_language => p_language, p_argument => 'p_language');
    end if;
    perform booking.lock_tenant_resources(p_tenant_id => v_tenant_id);
    lock table booking.rate_limit in row exclusive mode; -- before the tenant, as a deployment does
    begin
        insert into booking.tenant (tenant_id, slug, name, time_zone, language, created_at)
        values (v_tenant_id, p_slug, p_name, p_time_zone, coalesce(p_language, 'en'), booking.now())
        on conflict (tenant_id) do update
            set
                slug = excluded.slug, name = excluded.name, time_zone = excluded.time_zone,
                language = coalesce(p_language, tenant.language);
    exception when unique_violation then
        perform booking.check_argument(
            p_is_valid => false, p_argument => 'p_slug', p_message => 'is that of another tenant'
        );
    end;
    perform booking.renew_rate_limit(p_tenant_id => v_tenant_id);
    return v_tenant_id;
end
$function$;

comment on function booking.upsert_tenant(uuid, booking.actor, text, text, text, uuid, text) is
'See booking_v1.upsert_tenant.';
