-- "position" is quoted because SQL has a function of that name.
-- noqa: disable=RF06
create or replace function booking_v1.feed(p_after bigint default null, p_limit integer default 1000)
returns table (
    "position" bigint, kind text, change text, resource_ids uuid[], starts_at timestamptz, ends_at timestamptz,
    booking_id uuid, version integer, service_id uuid, occurred_at timestamptz
)
language sql
stable
as $function$
    select
        f.position, f.kind, f.change, f.resource_ids, f.starts_at, f.ends_at, f.booking_id, f.version, f.service_id,
        f.occurred_at
    from booking.feed(booking.caller_tenant_id(), booking.caller(), p_after, p_limit) as f
$function$;

comment on function booking_v1.feed(bigint, integer) is
'What changed, in the order in which it can be told: the rows after a position that was read before.

p_after: the last position that was read; null: all that is kept (policy feed_hours). p_limit: 1 to 10000 rows.
kind availability: resource_ids have been taken or have come free (change taken, free) from starts_at to ends_at,
buffers included; or their hours have changed, and what is free has to be asked for anew (changed, no times).
Visitors and customers are told of resources with public services. kind booking, for members, as far as they reach:
booking_id was created, confirmed, rescheduled, cancelled or,
unless it is over, imported. kind reload, alone: what follows p_after is no longer
kept; read everything anew, and go on after this position. Positions only grow, and have gaps.
Raises invalid_argument, not_authenticated.';
