-- A booking as PostgREST runs it for one of a thousand customers: the request is described, counted, answered.
\set person random(1, 1000)
begin;
select
    set_config('role', 'authenticated', true),
    set_config('request.method', 'POST', true),
    set_config('request.jwt.claims', json_build_object('role', 'authenticated', 'sub', :person::text)::text, true),
    p.place, p.service_id, p.starts_at, p.resource_id
from (select nextval('bench.next_place') as place offset 0) as s
join bench.place as p on p.place = s.place \gset
select booking_v1.check_request();
select b.status
from booking_v1.create_booking(
    concat('bench-', :place::text), :service_id, :starts_at, p_resource_id => :resource_id
) as b;
commit;
