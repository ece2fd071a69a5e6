create or replace function booking_v1.list_holidays(
    p_from date default null,
    p_to date default null,
    p_limit integer default 1000,
    p_after uuid default null
)
returns table (
    holiday_id uuid, name text, kind text, starts_on date, ends_on date, is_yearly boolean,
    description text, resource_ids uuid[]
)
language sql
stable
as $function$
    select
        h.holiday_id, h.name, h.kind, h.starts_on, h.ends_on, h.is_yearly, h.description, h.resource_ids
    from booking.list_holidays(booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_limit, p_after) as h
$function$;

comment on function booking_v1.list_holidays(date, date, integer, uuid) is
'Holidays that touch the dates p_from to p_to, both included, and all yearly ones.

Null: no bound. resource_ids null: all resources; visitors and customers get no others.
p_limit: 1 to 10000 rows. p_after: only rows after this one; pass the last holiday_id for the next page.
Raises invalid_argument, not_authenticated.';
