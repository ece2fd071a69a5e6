-- First statement of every private entry function: what follows sees this tenant's rows only, and goes on only
-- for those to whom the matrix of permissions gives the function. Says who they are in this tenant and what is
-- theirs.
create or replace function booking.admit(p_tenant_id uuid, p_actor booking.actor, p_function text)
returns booking.actor
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_actor booking.actor := p_actor;
begin
    perform set_config('booking.tenant_id', p_tenant_id::text, true);
    if p_actor.role = 'anon' or (p_actor.role = 'authenticated' and p_actor.subject is null) then
        v_actor := ('visitor', null, null, null, null, null)::booking.actor;
    elsif p_actor.role = 'authenticated' then
        v_actor := booking.person(p_tenant_id => p_tenant_id, p_subject => p_actor.subject);
    else
        v_actor.role := 'service';
        v_actor.subject := coalesce(p_actor.subject, p_actor.role);
    end if;

    select
        case v_actor.role
            when 'visitor' then p.visitor
            when 'customer' then p.customer
            when 'staff' then p.staff
            when 'admin' then p.admin
            when 'owner' then p.owner
            else p.service
        end
    into v_actor.scope
    from booking.permission as p
    where p.function_name = p_function;
    if v_actor.scope = 'policy' then
        v_actor.scope := booking.staff_scope(p_tenant_id => p_tenant_id);
    end if;
    if coalesce(v_actor.scope, 'none') = 'none' then
        perform booking.raise_error(
            p_code => case v_actor.role when 'visitor' then 'not_authenticated' else 'not_allowed' end,
            p_message => format('%s is not for the role %s', p_function, v_actor.role)
        );
    end if;
    v_actor.correlation_id := p_actor.correlation_id;
    return v_actor;
end
$function$;

comment on function booking.admit(uuid, booking.actor, text) is
'The caller as an actor of the tenant, with the scope of p_function. Raises not_authenticated or not_allowed.';
