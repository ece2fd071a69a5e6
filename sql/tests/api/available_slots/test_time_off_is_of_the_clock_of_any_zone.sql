begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/far_zones.sql
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
select pg_temp.id(s.name), pg_temp.id(s.person), '2026-06-08T10:00', '2026-06-08T12:00'
from (values ('west', 'Wes'), ('east', 'Eos')) as s (name, person);

-- ten o'clock there is eleven hours later than in UTC, and fourteen earlier
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-08T21:00Z', '2026-06-08T23:00Z'), 0::bigint, 'in the west'
);
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-08T23:00Z', '2026-06-09T00:00Z'), 1::bigint, 'until noon'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T20:00Z', '2026-06-07T22:00Z'), 0::bigint, 'in the east'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T22:00Z', '2026-06-07T23:00Z'), 1::bigint, 'until noon there'
);

select * from finish();
rollback;
