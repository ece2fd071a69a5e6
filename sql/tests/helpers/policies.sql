-- What a policy of the shop is; included after shop.sql.

create function pg_temp.policy(p_policy_name text)
returns text
language sql
stable
as $function$
    select concat_ws(' ', p.source, p.value)
    from booking_v1.effective_policies(pg_temp.id('Cut')) as p
    where p.policy_name = p_policy_name
$function$;

comment on function pg_temp.policy(text) is 'Where a policy of the service Cut comes from, and its value.';
