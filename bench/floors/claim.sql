-- The floor of create_booking: the bare insert of its claim, one statement, one transaction, into the same
-- table and so with the same columns, checks, foreign keys, indexes and exclusion constraint. Its place is
-- found in the same way. No rule, no key, no booking, no event, no row security.
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select p.tenant_id, p.resource_id, 1, p.starts_at, p.starts_at + interval '00:20', p.booking_id
from (select nextval('bench.next_place') as place offset 0) as s
join bench.place as p on p.place = s.place
