begin;
select plan(1);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
create role pgtap_monitor bypassrls in role booking_monitor;

select is(
    pg_temp.error_as('pgtap_monitor', 'select * from booking.doctor()'), 'no error', 'also where row security does not hold it'
);

select * from finish();
rollback;
