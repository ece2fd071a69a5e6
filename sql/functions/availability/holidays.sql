-- A yearly holiday returns on the same month and day. Adding years to 29 February gives the 28th where there is no
-- 29th: one that ends there does so a day earlier, one that begins there begins on 1 March, and one of that day alone,
-- which so ends before it begins, does not happen. No holiday lasts a year.
create or replace function booking.holidays(p_tenant_id uuid, p_window tstzrange)
returns table (holiday_id uuid, all_resources boolean, starts_on date, ends_on date)
language sql
stable
as $function$
    select h.holiday_id, h.all_resources, d.starts_on, d.ends_on
    from booking.holiday as h
    cross join lateral (
        select
            s.starts_on + (extract(day from s.starts_on) <> extract(day from h.starts_on))::integer as starts_on,
            s.ends_on
        from generate_series(
            case
                when h.is_yearly
                    then
                        extract(year from lower(p_window) at time zone 'UTC')::integer - 1
                        - extract(year from h.starts_on)::integer
                else 0
            end,
            case
                when h.is_yearly
                    then
                        extract(year from upper(p_window) at time zone 'UTC')::integer + 1
                        - extract(year from h.starts_on)::integer
                else 0
            end
        ) as n (i)
        cross join lateral (
            select
                (h.starts_on + make_interval(years => n.i))::date as starts_on,
                (h.ends_on + make_interval(years => n.i))::date as ends_on
        ) as s
    ) as d
    where
        h.tenant_id = p_tenant_id
        and (
            h.is_yearly
            or h.starts_on between (lower(p_window) at time zone 'UTC')::date - 367
            and (upper(p_window) at time zone 'UTC')::date + 2
        )
        and d.starts_on <= d.ends_on
        and d.starts_on <= (upper(p_window) at time zone 'UTC')::date + 2
        and d.ends_on >= (lower(p_window) at time zone 'UTC')::date - 2
$function$;

comment on function booking.holidays(uuid, tstzrange) is
'The holidays of a tenant around a window, in any zone: first and last day, both included.';
