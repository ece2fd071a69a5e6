begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.personal_data_access
(tenant_id, access_id, accessed_at, actor_role, actor_subject, function_name, customer_ids, row_count)
select pg_temp.id('shop'), pg_temp.id(a.name), a.at, 'staff', a.name, 'get_customer', array[pg_temp.id(a.who)], 1
from (
    values
    ('one', '2026-05-01T08:00Z'::timestamptz, 'Zoe'), ('two', '2026-05-01T09:00Z', 'Yan'),
    ('three', '2026-05-01T10:00Z', 'Zoe')
) as a (name, at, who);

create function pg_temp.listed(p_arguments text)
returns text
language plpgsql
as $function$
declare
    v_listed text;
begin
    execute format(
        'select string_agg(l.actor_subject, '' '' order by l.ordinality)'
        ' from booking_v1.list_personal_data_access(%s) with ordinality as l', p_arguments
    ) into v_listed;
    return v_listed;
end
$function$;

select is(pg_temp.listed(''), 'three two one', 'all, the latest first');
select is(pg_temp.listed($$ p_from => '2026-05-01T09:00Z' $$), 'three two', 'p_from is included');
select is(pg_temp.listed($$ p_to => '2026-05-01T10:00Z' $$), 'two one', 'p_to is not');
select is(pg_temp.listed($$ p_customer_id => pg_temp.id('Zoe') $$), 'three one', 'of a customer');
select is(pg_temp.listed($$ p_limit => 1, p_after => pg_temp.id('three') $$), 'two', 'a page');
select is(pg_temp.listed($$ p_after => pg_temp.id('two') $$), 'one', 'the last one');
select is(
    pg_temp.error_of_call('list_personal_data_access', 'p_after => gen_random_uuid()'),
    '400 invalid_argument p_after', 'after none'
);

select * from finish();
rollback;
