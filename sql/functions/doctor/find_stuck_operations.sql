create or replace function booking.find_stuck_operations(p_tenant_id uuid)
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_stuck_operations', p_tenant_id, 'operation ' || o.operation_id,
        format('%s of %s never ended, and its key is not answered', o.command, o.created_at),
        'Delete its row of booking.booking_operation, once it is clear that the command did nothing.'
    from booking.booking_operation as o
    where o.tenant_id = p_tenant_id and o.status = 'pending'
$function$;

comment on function booking.find_stuck_operations(uuid) is
'Operations without an outcome: a command commits with one, or not at all.';
