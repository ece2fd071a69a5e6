begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
create view pg_temp.found as
    select d.tenant_id, d.subject
    from booking.doctor() as d
    where d.check_name = 'find_stale_rate_limit';
call pg_temp.set_policy('rate_limit_per_actor_burst', '8');
select is_empty('select * from found', 'limits are what the policies come to');
update booking.policy_setting as s
set value = '7'
where s.tenant_id = pg_temp.id('shop') and s.policy_name = 'rate_limit_per_actor_burst';
select results_eq(
    'select * from found', $$values (pg_temp.id('shop'), 'rate_limit')$$, 'a policy changed behind their back'
);

select * from finish();
rollback;
