begin;
select plan(1);

select results_eq(
    'select p.is_tenant_wide, e.key, e.value from booking.policy_default as p, jsonb_each(p.policies) as e order by e.key',
    'select d.is_tenant_wide, d.policy_name, d.default_value from booking.policy_definition as d order by d.policy_name',
    'the documents that commands read say what the definitions say'
);

select * from finish();
rollback;
