begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');

select is(
    pg_temp.error_of($$
        select booking_v1.upsert_service('Theft', '01:00', array[pg_temp.id('Eve'), pg_temp.id('Ada')])
    $$),
    '404 not_found p_resource_ids', 'it is refused'
);
select is_empty(
    $$ select s.service_id from booking_v1.list_services() as s where s.name = 'Theft' $$, 'and nothing is made'
);

select * from finish();
rollback;
