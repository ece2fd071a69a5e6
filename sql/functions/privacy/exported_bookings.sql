create or replace function booking.exported_bookings(p_tenant_id uuid, p_actor booking.actor, p_customer_id uuid)
returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
    select
        coalesce(
            jsonb_agg(
                to_jsonb(b) - '{tenant_id,customer_id,resource_ids}'::text[]
                || jsonb_build_object(
                    'service_name', s.name,
                    'resource_names', (
                        select n.names from booking.resource_names(p_tenant_id, b.resource_ids) as n
                    ),
                    'history', (
                        select jsonb_agg(
                            to_jsonb(e) - '{tenant_id,booking_id,actor_subject}'::text[] || jsonb_build_object(
                                -- why rules were passed over is the staff's, here as in booking_history
                                'changes', case (p_actor).role
                                    when 'customer' then e.changes - 'override_reason'
                                    else e.changes
                                end
                            )
                            order by e.version
                        )
                        from booking.booking_event as e
                        where e.tenant_id = p_tenant_id and e.booking_id = b.booking_id
                    )
                )
                order by b.starts_at, b.booking_id
            ),
            '[]'
        )
    from booking.booking as b
    join booking.service as s on s.tenant_id = b.tenant_id and s.service_id = b.service_id
    where b.tenant_id = p_tenant_id and b.customer_id = p_customer_id
$function$;

comment on function booking.exported_bookings(uuid, booking.actor, uuid) is
'A customer''s bookings as they are kept, with their histories, but not who of the staff did what.';
