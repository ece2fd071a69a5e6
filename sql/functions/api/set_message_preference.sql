create or replace function booking_v1.set_message_preference(
    p_is_wanted boolean,
    p_kind text default null,
    p_channel text default 'email',
    p_customer_id uuid default null
)
returns void
language sql
volatile
as $function$
    select booking.set_message_preference(
        booking.caller_tenant_id(), booking.caller(), p_is_wanted, p_kind, p_channel, p_customer_id
    )
$function$;

comment on function booking_v1.set_message_preference(boolean, text, text, uuid) is
'Says whether somebody wants a kind of messages.

p_kind: one that can be changed; null: all of these, whatever was said of single ones.
p_channel: email, sms or push.
p_customer_id: null: the customer who calls.
Raises invalid_argument, not_found, not_allowed, not_authenticated.';
