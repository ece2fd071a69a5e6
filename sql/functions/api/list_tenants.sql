create or replace function booking_v1.list_tenants(p_limit integer default 1000, p_after uuid default null)
returns table (tenant_id uuid, slug text, name text, time_zone text, created_at timestamptz, language text)
language sql
stable
as $function$
    select t.tenant_id, t.slug, t.name, t.time_zone, t.created_at, t.language
    from booking.list_tenants(booking.caller(), booking.token_tenant_id(), p_limit, p_after) as t
$function$;

comment on function booking_v1.list_tenants(integer, uuid) is
'All tenants, by slug.

For trusted applications; no tenant needs to be chosen. A token for one tenant shows only that.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last tenant_id for the next page.
Raises invalid_argument.';
