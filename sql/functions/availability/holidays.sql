-- A yearly holiday returns on the same month and day: adding years to 29 February gives the 28th where there
-- is no 29th, and then it does not happen. No holiday lasts a year, so the index on starts_on finds the others.
create or replace function booking.holidays(p_tenant_id uuid, p_window tstzrange)
returns table (holiday_id uuid, all_resources boolean, starts_on date, ends_on date)
language sql
stable
as $function$
    select h.holiday_id, h.all_resources, h.starts_on, h.ends_on
    from booking.holiday as h
    where
        h.tenant_id = p_tenant_id
        and not h.is_yearly
        and h.starts_on between (lower(p_window) at time zone 'UTC')::date - 367
        and (upper(p_window) at time zone 'UTC')::date + 2
        and h.ends_on >= (lower(p_window) at time zone 'UTC')::date - 2
    union all
    select h.holiday_id, h.all_resources, y.starts_on, y.starts_on + (h.ends_on - h.starts_on)
    from booking.holiday as h
    cross join generate_series(
        extract(year from lower(p_window) at time zone 'UTC')::integer - 1,
        extract(year from upper(p_window) at time zone 'UTC')::integer + 1
    ) as n (year)
    cross join lateral (
        select (h.starts_on + make_interval(years => n.year - extract(year from h.starts_on)::integer))::date as starts_on
    ) as y
    where
        h.tenant_id = p_tenant_id
        and h.is_yearly
        and extract(day from y.starts_on) = extract(day from h.starts_on)
        and y.starts_on <= (upper(p_window) at time zone 'UTC')::date + 2
        and y.starts_on + (h.ends_on - h.starts_on) >= (lower(p_window) at time zone 'UTC')::date - 2
$function$;

comment on function booking.holidays(uuid, tstzrange) is
'The holidays of a tenant around a window, in any zone: first and last day, both included.';
