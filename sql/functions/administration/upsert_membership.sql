-- Called by booking_v1.upsert_membership only. Locks the tenant. Writes membership and membership_resource.
create or replace function booking.upsert_membership(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_subject text,
    p_role text,
    p_resource_ids uuid[]
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
begin
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'upsert_membership');
    perform booking.check_argument(
        p_is_valid => length(p_subject) between 1 and 255, p_argument => 'p_subject',
        p_message => 'must have between 1 and 255 characters'
    );
    perform booking.check_argument(
        p_is_valid => booking.is_member(p_role), p_argument => 'p_role',
        p_message => 'must be owner, admin or staff; customers need no membership'
    );
    perform booking.lock_tenant(p_tenant_id);
    -- again: whoever was waited for may have ended what this was begun with
    v_actor := booking.admit(p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'upsert_membership');
    perform booking.check_resources(
        p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids, p_argument => 'p_resource_ids'
    );
    if p_role <> 'owner' then
        perform booking.check_owner_stays(p_tenant_id => p_tenant_id, p_actor => v_actor, p_subject => p_subject);
    end if;
    insert into booking.membership (tenant_id, subject, role, created_at)
    values (p_tenant_id, p_subject, p_role, booking.now())
    on conflict (tenant_id, subject) do update set role = excluded.role;
    if p_resource_ids is not null then
        delete from booking.membership_resource as x
        where x.tenant_id = p_tenant_id and x.subject = p_subject;
        insert into booking.membership_resource (tenant_id, subject, resource_id)
        select distinct p_tenant_id, p_subject, i.resource_id
        from unnest(p_resource_ids) as i (resource_id);
    end if;
end
$function$;

comment on function booking.upsert_membership(uuid, booking.actor, text, text, uuid[]) is
'See booking_v1.upsert_membership.';
