begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(3);
call pg_temp.make_shop('other', p_people => '{Bob}', p_service => 'Shave');
call pg_temp.set_policy('rate_limit_per_tenant_burst', '4');
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_actor_burst', '2');
call pg_temp.come_as('authenticated', 'somebody');

select is(pg_temp.passes(6), 2, 'here so many');
call pg_temp.enter_shop('other');
select is(pg_temp.passes(6), 4, 'there by its own policies, whatever was used up here');
call pg_temp.come_as('authenticated', 'somebody else');
call pg_temp.enter_shop('shop');
select is(pg_temp.passes(6), 2, 'and what all used up there is nothing here');

select * from finish();
rollback;
