-- Whom a token's subject stands for in a tenant: a member, or else a customer, known or not yet.
create or replace function booking.person(p_tenant_id uuid, p_subject text)
returns booking.actor
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_role text;
    v_customer_id uuid;
    v_resource_ids uuid[];
begin
    select
        m.role,
        array(
            select x.resource_id
            from booking.membership_resource as x
            where x.tenant_id = p_tenant_id and x.subject = p_subject
        )
    into v_role, v_resource_ids
    from booking.membership as m
    where m.tenant_id = p_tenant_id and m.subject = p_subject;
    if not found then
        v_role := 'customer';
        select c.customer_id into v_customer_id
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.subject = p_subject;
    end if;
    return (v_role, p_subject, null::text, v_customer_id, v_resource_ids, null::text)::booking.actor;
end
$function$;

comment on function booking.person(uuid, text) is
'The member or customer of a subject: role, subject, and the customer or the resources that are theirs.';
