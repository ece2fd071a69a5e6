create or replace function booking_v1.list_memberships(p_limit integer default 1000, p_after text default null)
returns table (subject text, role text, resource_ids uuid[], created_at timestamptz)
language sql
stable
as $function$
    select m.subject, m.role, m.resource_ids, m.created_at
    from booking.list_memberships(booking.caller_tenant_id(), booking.caller(), p_limit, p_after) as m
$function$;

comment on function booking_v1.list_memberships(integer, text) is
'The members of the tenant, by role and subject.

p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last subject for the next page.
Raises invalid_argument, not_allowed, not_authenticated.';
