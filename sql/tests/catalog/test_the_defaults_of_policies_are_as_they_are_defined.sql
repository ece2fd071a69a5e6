begin;
select plan(1);

select results_eq(
    'select e.key, e.value from booking.policy_default as p, jsonb_each(p.policies) as e order by e.key',
    $$
        select d.policy_name, d.default_value
        from booking.policy_definition as d
        where not d.is_tenant_wide
        order by d.policy_name
    $$,
    'the document that commands read says what the definitions say'
);

select * from finish();
rollback;
