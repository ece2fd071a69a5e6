begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select lives_ok($$ select booking_v1.delete_resource(pg_temp.id('Ada')) $$, 'it can be deleted');
select is_empty($$ select r.resource_id from booking_v1.list_resources() as r $$, 'it is gone');
select is_empty($$ select h.weekly_hours_id from booking_v1.list_weekly_hours() as h $$, 'with its hours');
select is(s.resource_ids, '{}', 'and the service has nobody') from booking_v1.list_services() as s;

select * from finish();
rollback;
