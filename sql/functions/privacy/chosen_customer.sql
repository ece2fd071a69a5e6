-- Whose data it is about: customers need not know their own id.
create or replace function booking.chosen_customer(p_tenant_id uuid, p_actor booking.actor, p_customer_id uuid)
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_customer_id uuid := coalesce(p_customer_id, p_actor.customer_id);
begin
    perform booking.check_argument(
        p_is_valid => v_customer_id is not null or p_actor.role = 'customer', p_argument => 'p_customer_id',
        p_message => 'must be given'
    );
    perform booking.check_found(
        p_is_found => exists (
            select
            from booking.customer as c
            where
                c.tenant_id = p_tenant_id and c.customer_id = v_customer_id
                and booking.is_within_reach(p_actor, c.customer_id, null)
        ),
        p_argument => 'p_customer_id', p_what => 'customer'
    );
    return v_customer_id;
end
$function$;

comment on function booking.chosen_customer(uuid, booking.actor, uuid) is
'The customer that is meant; p_customer_id null: who calls. Raises invalid_argument and not_found.';
