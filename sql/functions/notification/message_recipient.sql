create or replace function booking.message_recipient(p_tenant_id uuid, p_outbox_id uuid)
returns booking.customer
language sql
stable
as $function$
    select c
    from booking.outbox as o
    join booking.notification as n on n.tenant_id = p_tenant_id and n.notification_id = o.key::uuid
    join booking.customer as c on c.tenant_id = p_tenant_id and c.customer_id = n.customer_id
    where o.tenant_id = p_tenant_id and o.outbox_id = p_outbox_id
$function$;

comment on function booking.message_recipient(uuid, uuid) is 'Whom an effect that is a message is for.';
