begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

-- each policy is set to what it is anyway
create temporary table policy as
select
    p.policy_name, p.is_tenant_wide,
    format('select booking_v1.upsert_policy(%L, %L', p.policy_name, p.value) as setting
from booking_v1.effective_policies() as p;

select set_eq(
    $$
        select p.policy_name
        from policy as p
        where pg_temp.error_of(p.setting || ', pg_temp.id(''Cut''))') = '400 invalid_argument p_service_id'
    $$,
    'select p.policy_name from policy as p where p.is_tenant_wide', 'what is tenant-wide is refused for a service'
);
select is_empty(
    $$
        select p.policy_name
        from policy as p
        where
            not p.is_tenant_wide
            and pg_temp.error_of(p.setting || ', pg_temp.id(''Cut''))') <> 'no error'
    $$,
    'the others can be set'
);
select is_empty(
    $$ select p.policy_name from policy as p where pg_temp.error_of(p.setting || ')') <> 'no error' $$,
    'and all of them for the tenant'
);
select is(
    (select array_agg(p.policy_name order by p.policy_name) from policy as p where p.policy_name like 'rate\_%' and not p.is_tenant_wide),
    null, 'requests are not counted by service'
);
select ok(
    (select p.is_tenant_wide from policy as p where p.policy_name = 'staff_sees_all_bookings'),
    'nor is it asked whose bookings staff see'
);

select * from finish();
rollback;
