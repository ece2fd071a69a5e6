create or replace function booking_v1.list_message_preferences(p_customer_id uuid default null)
returns table (channel text, kind text, description text, is_wanted boolean, can_be_changed boolean)
language sql
stable
as $function$
    select p.channel, p.kind, p.description, p.is_wanted, p.can_be_changed
    from booking.list_message_preferences(booking.caller_tenant_id(), booking.caller(), p_customer_id) as p
$function$;

comment on function booking_v1.list_message_preferences(uuid) is
'Which messages somebody gets.

p_customer_id: null: the customer who calls.
can_be_changed: false: it is part of the booking itself.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
