-- Called by booking_v1.delete_message_template only. Deletes from message_template.
create or replace function booking.delete_message_template(
    p_tenant_id uuid, p_actor booking.actor, p_message_template_id uuid
)
returns void
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    perform booking.admit(
        p_tenant_id => p_tenant_id, p_actor => p_actor, p_function => 'delete_message_template'
    );
    delete from booking.message_template as m
    where m.tenant_id = p_tenant_id and m.message_template_id = p_message_template_id;
    perform booking.check_found(
        p_is_found => found, p_argument => 'p_message_template_id', p_what => 'template'
    );
end
$function$;

comment on function booking.delete_message_template(uuid, booking.actor, uuid) is
'See booking_v1.delete_message_template.';
