create or replace function booking.staff_scope(p_tenant_id uuid)
returns text
language sql
stable
as $function$
    select case
        when booking.is_policy_on(
            p_tenant_id => p_tenant_id, p_service_id => null, p_policy_name => 'staff_sees_all_bookings'
        ) then 'all'
        else 'own'
    end
$function$;

comment on function booking.staff_scope(uuid) is
'What "policy" in the matrix of permissions comes to in a tenant: all, or own.';
