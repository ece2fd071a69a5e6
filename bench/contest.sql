-- Every client wants the same place, with a key of its own.
select b.status
from bench.place as p
cross join lateral booking_v1.create_booking(
    concat('contest-', p.place, '-', :client_id::integer), p.service_id, p.starts_at,
    p_customer_id => p.customer_id, p_resource_id => p.resource_id
) as b
where p.place = :place
