begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table refused (role text, sqlstate text) on commit drop;
do $do$
declare
    v_role text;
begin
    foreach v_role in array array['anon', 'authenticated', 'service_role']
    loop
        begin
            perform set_config('role', v_role, true);
            perform booking_v1.use_tenant('pgtap-shop');
        exception
            when insufficient_privilege then
                perform set_config('role', 'none', true);
                insert into refused (role, sqlstate) values (v_role, sqlstate);
        end;
        perform set_config('role', 'none', true);
    end loop;
end
$do$;

select set_eq(
    $$ select r.role from refused as r $$,
    $$ values ('anon'), ('authenticated') $$,
    'anon and authenticated are refused, service_role is not'
);

select * from finish();
rollback;
