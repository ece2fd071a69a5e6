-- Called by booking_v1.export_customer only. Takes no locks. Writes personal_data_access. Rows are exported whole,
-- so that a column that is added later is not forgotten.
create or replace function booking.export_customer(p_tenant_id uuid, p_actor booking.actor, p_customer_id uuid)
returns jsonb
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
declare
    v_actor booking.actor;
    v_customer_id uuid;
begin
    v_actor := booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor,
        p_function => 'export_customer'
    );
    v_customer_id := booking.chosen_customer(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => p_customer_id
    );
    perform booking.record_access(
        p_tenant_id => p_tenant_id, p_actor => v_actor, p_function => 'export_customer',
        p_customer_ids => array[v_customer_id]
    );
    return (
        select jsonb_build_object(
            'exported_at', booking.now(),
            'customer', to_jsonb(c) - '{tenant_id,email_key,phone_key,sort_key}'::text[],
            'bookings', booking.exported_bookings(
                p_tenant_id => p_tenant_id, p_actor => v_actor, p_customer_id => v_customer_id
            ),
            'messages', (
                select
                    coalesce(
                        jsonb_agg(
                            to_jsonb(n) - '{tenant_id,customer_id}'::text[]
                            order by n.created_at, n.notification_id
                        ),
                        '[]'
                    )
                from booking.notification as n
                where n.tenant_id = p_tenant_id and n.customer_id = v_customer_id
            ),
            'message_preferences', (
                select coalesce(
                    jsonb_agg(jsonb_build_object('channel', p.channel, 'kind', p.kind, 'is_wanted', p.is_wanted)), '[]'
                )
                from booking.notification_preference as p
                where p.tenant_id = p_tenant_id and p.customer_id = v_customer_id
            ),
            'accesses', (
                select
                    coalesce(
                        jsonb_agg(
                            jsonb_build_object(
                                'accessed_at', a.accessed_at, 'actor_role', a.actor_role,
                                'function_name', a.function_name
                            )
                            order by a.accessed_at
                        ),
                        '[]'
                    )
                from booking.personal_data_access as a
                where a.tenant_id = p_tenant_id and v_customer_id = any(a.customer_ids)
            )
        )
        from booking.customer as c
        where c.tenant_id = p_tenant_id and c.customer_id = v_customer_id
    );
end
$function$;

comment on function booking.export_customer(uuid, booking.actor, uuid) is 'See booking_v1.export_customer.';
