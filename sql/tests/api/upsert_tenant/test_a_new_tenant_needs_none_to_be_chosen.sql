begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
set local booking.chosen_tenant = '';

create temporary table made on commit drop as
select u.tenant_id from booking_v1.upsert_tenant('pgtap-new', 'New', 'Asia/Kathmandu') as u;
select is(count(*), 1::bigint, 'it is there')
from made as m
join booking.tenant as t on t.tenant_id = m.tenant_id
where (t.slug, t.name, t.time_zone) = ('pgtap-new', 'New', 'Asia/Kathmandu');
select is(booking_v1.use_tenant('pgtap-new'), m.tenant_id, 'and can be chosen') from made as m;
select is_empty($$ select r.resource_id from booking_v1.list_resources() as r $$, 'it sees nobody else''s records');

select * from finish();
rollback;
