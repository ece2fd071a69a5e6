create or replace function booking_v1.get_caller()
returns table (
    role text, customer_id uuid, resource_ids uuid[], permissions jsonb, tenant_id uuid, tenant_slug text,
    tenant_name text, time_zone text, language text
)
language sql
stable
as $function$
    select
        c.role, c.customer_id, c.resource_ids, c.permissions, c.tenant_id, c.tenant_slug, c.tenant_name,
        c.time_zone, c.language
    from booking.get_caller(booking.caller_tenant_id(), booking.caller()) as c
$function$;

comment on function booking_v1.get_caller() is
'Who calls, what they may call, and which tenant it is: one row, for a front end to begin with.

role: visitor, customer, staff, admin, owner or service. customer_id: their own record; null: not a customer, or none yet.
resource_ids: of a member, theirs. permissions: the functions that they may call, each with own or all; policies, such as
public_booking, say more. tenant_name, time_zone (IANA) and language are the tenant''s.
Raises not_authenticated: no tenant is chosen, or there is none of that name.';
