create or replace function booking_v1.list_memberships()
returns table (subject text, role text, resource_ids uuid[], created_at timestamptz)
language sql
stable
as $function$
    select m.subject, m.role, m.resource_ids, m.created_at
    from booking.list_memberships(booking.caller_tenant_id(), booking.caller()) as m
$function$;

comment on function booking_v1.list_memberships() is
'The members of the tenant, by role and subject.

Raises not_allowed, not_authenticated.';
