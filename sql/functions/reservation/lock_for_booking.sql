-- Locks of whoever takes time: the resources, shared; and where bookings are counted, the service,
-- exclusively and after them, because no constraint can count.
create or replace function booking.lock_for_booking(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_resource_ids uuid[]
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.lock_resources(p_tenant_id => p_tenant_id, p_resource_ids => p_resource_ids);
    if booking.has_count_limit(p_terms) then
        perform booking.lock_resources(
            p_tenant_id => p_tenant_id, p_resource_ids => array[p_terms.service_id], p_exclusive => true
        );
    end if;
end
$function$;

comment on function booking.lock_for_booking(uuid, booking.terms, uuid[]) is
'Takes the locks of a command that takes time.';
