-- The floor of the contest: the bare insert of the claim by all clients, of which all but one do nothing.
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select p.tenant_id, p.resource_id, 1, p.starts_at, p.starts_at + interval '00:20', p.booking_id
from bench.place as p
where p.place = :place
on conflict do nothing
