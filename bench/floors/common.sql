-- The floor of a common time: reading everybody's claims and adding up each one's. No hours, no closures, no
-- sweep for where enough of them are free, no row security.
--
-- $1 tenant, $2 resources, $3 and $4 the window.
select count(b.during)
from (
    select range_agg(tstzrange(c.starts_at, c.ends_at)) as during
    from booking.claim as c
    where
        c.tenant_id = $1
        and c.resource_id = any($2::uuid[])
        and c.unit = 1
        and c.ends_at > $3::timestamptz
        and c.starts_at < $4::timestamptz
    group by c.resource_id
) as b
