create or replace function booking_v1.unsubscribe(p_token text, p_everything boolean default false)
returns table (channel text, kind text)
language sql
volatile
as $function$
    select u.channel, u.kind
    from booking.unsubscribe(booking.caller_tenant_id(), booking.caller(), p_token, p_everything) as u
$function$;

comment on function booking_v1.unsubscribe(text, boolean) is
'Ends the messages that a token is about; whoever got the token may, without signing in.

p_token: from the address in a message (header List-Unsubscribe), which also names the tenant.
p_everything: true: all optional messages by this channel.
kind: what is no longer sent; null: all optional messages. What is part of a booking itself is still sent.
Unsubscribing again changes nothing.
Raises not_found, not_authenticated.';
