create or replace function booking_v1.openapi(p_routes jsonb default '[]')
returns json
language sql
stable
as $function$
    select booking.openapi(booking.caller(), p_routes)
$function$;

comment on function booking_v1.openapi(jsonb) is
'The contract as an OpenAPI 3.1 document, made from the catalog.

Every function at /rpc, as POST and, if it only reads, as GET; and the routes given.
p_routes: a list of {"method": "PUT", "path": "/api/v1/bookings/{id}", "function": "reschedule_booking",
"identifier": "p_booking_id"}, of a server that has other paths than /rpc; the identifier is the argument in the
path, or empty.
Raises invalid_argument.';
