-- The channels that reach somebody: the one list. A channel is an outbox kind with a handler and a content function
-- of its own.
create or replace function booking.channels(p_customer booking.customer)
returns text[]
language sql
stable parallel safe
as $function$
    select case when (p_customer).email is not null then '{email}' else '{}' end::text[]
$function$;

comment on function booking.channels(booking.customer) is 'By what somebody can be reached.';
