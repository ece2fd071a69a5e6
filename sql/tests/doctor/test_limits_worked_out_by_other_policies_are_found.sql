begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/requests.sql
call pg_temp.make_shop();
create view pg_temp.found as
    select d.tenant_id, d.subject
    from booking.doctor() as d
    where d.check_name = 'find_stale_rate_limit';
call pg_temp.come_as('authenticated', 'somebody');
select pg_temp.passes(1)::text;
call pg_temp.come_as('service_role');
select is_empty('select * from found', 'limits are what the policies come to');
insert into booking.policy_setting (tenant_id, policy_name, value)
values (pg_temp.id('shop'), 'rate_limit_per_actor_burst', '7');
select results_eq(
    'select * from found', $$values (pg_temp.id('shop'), 'rate_limit')$$, 'a policy changed behind their back'
);

select * from finish();
rollback;
