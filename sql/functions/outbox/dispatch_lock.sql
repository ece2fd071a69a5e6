create or replace function booking.dispatch_lock()
returns bigint
language sql
immutable parallel safe
as $function$
    select hashtextextended('pgbooking dispatch events', 0)
$function$;

comment on function booking.dispatch_lock() is
'The advisory lock of whoever numbers changes: the dispatcher, and a deployment that lifts its sequence.';
