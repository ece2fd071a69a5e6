begin isolation level repeatable read;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$ select o.status from pg_temp.book('2026-06-08T08:00Z') as o $$,
    'PT400', 'invalid_argument', 'an older snapshot could not see what others have booked'
);

select * from finish();
rollback;
