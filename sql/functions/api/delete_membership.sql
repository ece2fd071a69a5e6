create or replace function booking_v1.delete_membership(p_subject text)
returns void
language sql
volatile
as $function$
    select booking.delete_membership(booking.caller_tenant_id(), booking.caller(), p_subject)
$function$;

comment on function booking_v1.delete_membership(text) is
'Ends a membership; the person is a customer from then on.

Tokens that are out there stay valid until they expire, but open no more than a customer''s do.
The last owner stays, unless an application ends it: in_use. Raises not_found, not_allowed, not_authenticated.';
