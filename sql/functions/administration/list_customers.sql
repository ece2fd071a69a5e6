-- Called by booking_v1.list_customers and booking_v1.get_customer only. Takes no locks. Writes
-- personal_data_access: of exactly the rows returned. What is sought is a part of a name, address or number and
-- never a pattern.
create or replace function booking.list_customers(
    p_tenant_id uuid,
    p_actor booking.actor,
    p_customer_id uuid,
    p_search text,
    p_limit integer,
    p_after uuid
)
returns table (
    customer_id uuid, name text, email text, phone text, created_at timestamptz, language text, time_zone text
)
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
set plan_cache_mode = force_custom_plan -- each filter may be missing, and those that are there find the index
as $function$
declare
    v_actor booking.actor;
    v_after text;
    v_function text := case when p_customer_id is null then 'list_customers' else 'get_customer' end;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => v_function
    );
    perform booking.check_text(p_text => p_search, p_argument => 'p_search', p_most => 200);
    perform booking.check_limit(p_limit => p_limit);
    if p_after is not null then
        select c.sort_key into v_after
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = p_after and c.erased_at is null;
        perform booking.check_argument(
            p_is_valid => found, p_argument => 'p_after', p_message => 'must be the id of a customer'
        );
    end if;
    return query
    with shown as materialized (
        select c.*
        from booking.customer as c
        where
            c.tenant_id = p_tenant_id
            and c.erased_at is null
            and (p_customer_id is null or c.customer_id = p_customer_id)
            and booking.is_within_reach(v_actor, c.customer_id, null)
            and (p_search is null or booking.is_sought(p_search, c.name, c.email, c.phone))
            and (p_after is null or (c.sort_key, c.customer_id) > (v_after, p_after))
        order by c.sort_key, c.customer_id
        limit p_limit
    ),

    noted as materialized (
        select booking.record_access(
            p_tenant_id => p_tenant_id, p_actor => v_actor, p_function => v_function,
            p_customer_ids => array_agg(s.customer_id)
        )
        from shown as s
    )

    select c.customer_id, c.name, c.email, c.phone, c.created_at, c.language::text, c.time_zone
    from shown as c
    cross join noted
    order by c.sort_key, c.customer_id;
end
$function$;

comment on function booking.list_customers(uuid, booking.actor, uuid, text, integer, uuid) is
'See booking_v1.list_customers.';
