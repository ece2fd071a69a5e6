-- What is measured against create_claim.sql: a booking as a client makes it, one statement, one transaction.
select b.status
from (select nextval('bench.next_place') as place offset 0) as s
join bench.place as p on p.place = s.place
cross join lateral booking_v1.create_booking(
    concat('bench-', p.place), p.service_id, p.starts_at,
    p_customer_id => p.customer_id, p_resource_id => p.resource_id
) as b
