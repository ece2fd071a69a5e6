-- The floor of a list of slots: one person's claims, subtracted from working hours that are given as a
-- constant, and a grid over what remains, in the engine's columns. No tenant to find, no service, no policy, no hours,
-- holidays or time off to look up, no daylight saving, no row security; one person, one unit, one price.
--
-- $1 tenant, $2 resource, $3 and $4 the window, $5 the grid's step, $6 length of a booking with its buffer,
-- $7 without, $8 working hours as a multirange.
select
    s.starts_at, s.starts_at + $7::interval as ends_at, array[$2::uuid] as resource_ids, 1 as seats_left,
    25::numeric as price, 'EUR' as currency
from (
    select $8::tstzmultirange - coalesce(range_agg(tstzrange(c.starts_at, c.ends_at)), '{}') as during
    from booking.claim as c
    where
        c.tenant_id = $1
        and c.resource_id = $2
        and c.unit = 1
        and c.ends_at > $3::timestamptz
        and c.starts_at < $4::timestamptz
) as free
cross join lateral (select unnest(free.during) as during) as f
cross join lateral (
    select generate_series(
        date_bin($5::interval, lower(f.during) + $5::interval - interval '1 microsecond', '2000-01-01 00:00Z'),
        upper(f.during) - $6::interval,
        $5::interval
    ) as starts_at
) as s
order by s.starts_at
