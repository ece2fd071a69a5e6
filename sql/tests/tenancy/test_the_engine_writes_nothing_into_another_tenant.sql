begin;
select plan(1);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
create temporary table refused (sqlstate text) on commit drop;
do $do$
begin
    perform set_config('role', 'booking_engine', true);
    perform set_config('booking.tenant_id', pg_temp.id('shop')::text, true);
    insert into booking.customer (tenant_id, name) values (pg_temp.id('other'), 'Mallory');
exception
    when insufficient_privilege then
        perform set_config('role', 'none', true);
        insert into refused (sqlstate) values (sqlstate);
end
$do$;
reset role;

select results_eq(
    $$ select r.sqlstate from refused as r $$, $$ values ('42501') $$, 'row security refuses it'
);

select * from finish();
rollback;
