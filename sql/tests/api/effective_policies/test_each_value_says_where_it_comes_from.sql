begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('max_reschedules', '5');
call pg_temp.set_policy('hold_minutes', '10');
call pg_temp.set_policy('hold_minutes', '20', pg_temp.id('Cut'));

select set_eq(
    $$
        select p.policy_name, p.value, p.source
        from booking_v1.effective_policies(pg_temp.id('Cut')) as p
        where p.policy_name in ('max_reschedules', 'hold_minutes', 'cancellation_deadline_hours')
    $$,
    $$
        values
            ('max_reschedules', '5'::jsonb, 'tenant'),
            ('hold_minutes', '20', 'service'),
            ('cancellation_deadline_hours', '24', 'default')
    $$,
    'of the service'
);
select results_eq(
    $$
        select p.value, p.source
        from booking_v1.effective_policies() as p
        where p.policy_name = 'hold_minutes'
    $$,
    $$ values ('10'::jsonb, 'tenant') $$,
    'of the tenant'
);

select * from finish();
rollback;
