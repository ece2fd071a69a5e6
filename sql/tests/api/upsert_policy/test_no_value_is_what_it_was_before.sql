begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.policy(p_policy_name text)
returns text
language sql
as $function$
    select concat_ws(' ', p.source, p.value)
    from booking_v1.effective_policies(pg_temp.id('Cut')) as p
    where p.policy_name = p_policy_name
$function$;

call pg_temp.set_policy('max_reschedules', '5');
call pg_temp.set_policy('max_reschedules', '7', pg_temp.id('Cut'));
select is(pg_temp.policy('max_reschedules'), 'service 7', 'the service has its own');
call pg_temp.set_policy('max_reschedules', null, pg_temp.id('Cut'));
select is(pg_temp.policy('max_reschedules'), 'tenant 5', 'null for the service: the tenant''s');
call pg_temp.set_policy('max_reschedules', null);
select is(pg_temp.policy('max_reschedules'), 'default 3', 'null for the tenant: the default');

select * from finish();
rollback;
