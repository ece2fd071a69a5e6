begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/far_zones.sql
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
select pg_temp.id(s.name), 'Fair', '2026-06-08', '2026-06-08' from (values ('west'), ('east')) as s (name);

-- the 8th of June there: eleven hours later than in UTC, and fourteen earlier
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-09T00:00Z', '2026-06-09T11:00Z'), 0::bigint, 'it is still on in the west'
);
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-09T11:00Z', '2026-06-09T12:00Z'), 1::bigint, 'until its midnight'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T10:00Z', '2026-06-07T20:00Z'), 0::bigint, 'and already in the east'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T09:00Z', '2026-06-07T10:00Z'), 1::bigint, 'from its midnight on'
);

select * from finish();
rollback;
