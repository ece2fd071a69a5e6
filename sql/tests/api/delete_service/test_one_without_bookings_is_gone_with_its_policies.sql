begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_reschedules', '1', pg_temp.id('Cut'));

select lives_ok($$ select booking_v1.delete_service(pg_temp.id('Cut')) $$, 'it can be deleted');
select is_empty($$ select s.service_id from booking_v1.list_services(true) as s $$, 'it is gone');
select is_empty(
    $$ select p.policy_name from booking.policy_setting as p where p.service_id = pg_temp.id('Cut') $$,
    'with its policies'
);

select * from finish();
rollback;
