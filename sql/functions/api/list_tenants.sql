create or replace function booking_v1.list_tenants()
returns table (tenant_id uuid, slug text, name text, time_zone text, created_at timestamptz, language text)
language sql
stable
as $function$
    select t.tenant_id, t.slug, t.name, t.time_zone, t.created_at, t.language
    from booking.list_tenants(booking.caller(), booking.token_tenant_id()) as t
$function$;

comment on function booking_v1.list_tenants() is
'All tenants, by slug.

For trusted applications; no tenant needs to be chosen. A token for one tenant shows only that.';
