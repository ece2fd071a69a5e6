begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(
    pg_temp.error_of_call('set_weekly_hours', $$ pg_temp.id('Eve'), '{}' $$), '404 not_found p_resource_id', 'it is refused'
);
call pg_temp.enter_shop('other');
select isnt_empty($$ select h.weekday from booking_v1.list_weekly_hours(pg_temp.id('Eve')) as h $$, 'and keeps its hours');

select * from finish();
rollback;
