begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();
create function pg_temp.renew() returns integer language sql
begin atomic
    select booking.run_in_tenants('renew_rate_limit', 1000000);
end;
delete from booking.rate_limit;

select cmp_ok(pg_temp.renew(), '>=', 2, 'a tenant that has none yet');
call pg_temp.enter_shop('shop');
update booking.policy_definition set default_value = '77' where policy_name = 'rate_limit_per_actor_burst';
insert into booking.policy_setting (tenant_id, policy_name, value)
values (pg_temp.id('other'), 'rate_limit_per_actor_burst', '60');
select cmp_ok(pg_temp.renew(), '>=', 1, 'a tenant that goes by a default, which changed');
select is(
    (
        select count(*)
        from booking.rate_limit as l
        where l.tenant_id in (pg_temp.id('shop'), pg_temp.id('other'))
            and l.caller_whole = l.caller_taken * case l.tenant_id when pg_temp.id('shop') then 77 else 60 end
    ),
    2::bigint, 'each by its own policies'
);

select * from finish();
rollback;
