-- A tenant with bench.bookings confirmed bookings, a tenth of which are to be reminded of now. Keys to other tables
-- are checked when bookings are made, which is not what is measured here.
set local session_replication_role = replica;
insert into booking.tenant (tenant_id, slug, name, time_zone)
values (md5('reminders')::uuid, 'reminders', 'Reminders', 'Europe/Berlin');
insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (md5('reminders')::uuid, md5('service')::uuid, 'Cut', '1 hour', '1 hour');
insert into booking.customer (tenant_id, customer_id, name, email, created_at)
select md5('reminders')::uuid, md5('customer ' || i)::uuid, 'Customer ' || i, i || '@example.org', booking.now()
from generate_series(0, current_setting('bench.bookings')::integer / 5) as i;
insert into booking.booking
(
    tenant_id, service_id, customer_id, status, starts_at, ends_at, time_zone, starts_local, resource_ids, price,
    currency, created_at
)
select
    md5('reminders')::uuid, md5('service')::uuid, md5('customer ' || i / 5)::uuid, 'confirmed', s.starts_at,
    s.starts_at + interval '1 hour', 'Europe/Berlin', s.starts_at at time zone 'Europe/Berlin',
    array[md5('resource')::uuid], 10, 'EUR', booking.now() - interval '30 days'
from generate_series(0, current_setting('bench.bookings')::integer - 1) as i
cross join lateral (
    select
        booking.now()
        + case
            when i % 10 = 0 then interval '22:00' + make_interval(secs => i % 7200)
            else interval '25:00' + make_interval(mins => i % 129600)
        end as starts_at
) as s;
set local session_replication_role = origin;
analyze booking.booking, booking.customer;
