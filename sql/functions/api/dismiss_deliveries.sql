create or replace function booking_v1.dismiss_deliveries(
    p_kind text default null,
    p_from timestamptz default null,
    p_to timestamptz default null,
    p_limit integer default 1000
)
returns integer
language sql
volatile
as $function$
    select booking.dismiss_deliveries(
        booking.caller_tenant_id(), booking.caller(), p_kind, p_from, p_to, p_limit
    )
$function$;

comment on function booking_v1.dismiss_deliveries(text, timestamptz, timestamptz, integer) is
'Is done with deliveries that were given up, as dismiss_delivery is with one; how many those are.

p_kind: the kind of delivery, such as email; null: all. Given up at f with p_from <= f < p_to, as list_deliveries says in
finished_at; null leaves the condition out. p_limit: 1 to 10000, the oldest first; fewer were found: none is left.
They stay in the log, each with the reason for which it was given up, and nobody is alerted to them any more.
Raises invalid_argument, not_allowed, not_authenticated.';
