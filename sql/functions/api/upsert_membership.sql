create or replace function booking_v1.upsert_membership(
    p_subject text,
    p_role text,
    p_resource_ids uuid[] default null
)
returns void
language sql
volatile
as $function$
    select booking.upsert_membership(
        booking.caller_tenant_id(), booking.caller(), p_subject, p_role, p_resource_ids
    )
$function$;

comment on function booking_v1.upsert_membership(text, text, uuid[]) is
'Makes somebody a member of the tenant, or changes what they are.

p_subject: the claim sub of their token. p_role: owner (everything, memberships too), admin (everything else)
or staff. p_resource_ids: the resources that are their own; null: as they are, and none for a new member.
The last owner stays one, unless an application says otherwise: in_use.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
